import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatLongDate, formatNumber, formatTime } from '#shared/i18n/format.ts'

describe('dates and times in words', () => {
  it('writes a calendar date short and long', () => {
    expect(formatDate('2026-10-16')).toBe('Fri 16 Oct 2026')
    expect(formatLongDate('2028-02-29')).toBe('Tuesday 29 February 2028')
  })

  it('gives back what is no date', () => {
    expect(formatDate('2026-02-29')).toBe('2026-02-29')
    expect(formatDate('soon')).toBe('soon')
  })

  it('writes an instant as the clocks of the zone showed it on both sides of the change', () => {
    expect(formatDateTime('2026-11-01T05:30:00Z', 'America/Toronto')).toBe('Sun 1 Nov 2026, 01:30')
    expect(formatDateTime('2026-11-01T06:30:00Z', 'America/Toronto')).toBe('Sun 1 Nov 2026, 01:30')
    expect(formatTime('2026-11-01T07:30:00Z', 'America/Toronto')).toBe('02:30')
  })

  it('writes midnight as 00:00', () => {
    expect(formatTime('2026-06-01T00:00:00Z', 'UTC')).toBe('00:00')
  })

  it('separates thousands', () => {
    expect(formatNumber(10_000)).toBe('10,000')
  })
})
