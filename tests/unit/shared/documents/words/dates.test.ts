import { describe, expect, it } from 'vitest'
import {
  writtenDate,
  writtenDateTime,
  writtenEnd,
  writtenSpan,
  zoneName,
} from '#shared/documents/words/dates.ts'

describe('dates on paper', () => {
  it('carry their weekday', () => {
    expect(writtenDate('2026-10-16')).toBe('Friday 16 October 2026')
    expect(writtenDate('2028-02-29')).toBe('Tuesday 29 February 2028')
    expect(writtenDateTime('2026-10-16T18:00')).toBe('Friday 16 October 2026, 6:00 p.m.')
  })

  it('show a blank where no day is set', () => {
    expect(writtenDate(null)).toBe('<fill in: date>')
  })

  it('write midnight at the end of a time as the end of the day before', () => {
    expect(writtenEnd('2026-10-17T00:00')).toBe('end of Friday 16 October 2026')
    expect(writtenEnd('2026-10-17T12:00')).toBe('Saturday 17 October 2026, 12:00 p.m.')
  })

  it('write the day of a span once', () => {
    expect(writtenSpan('2026-10-21T15:25', '2026-10-21T19:00')).toBe(
      'Wednesday 21 October 2026, 3:25 p.m. to 7:00 p.m.',
    )
    expect(writtenSpan('2026-10-21T15:25', '2026-10-22T09:00')).toBe(
      'Wednesday 21 October 2026, 3:25 p.m. to Thursday 22 October 2026, 9:00 a.m.',
    )
  })

  it('name a zone in words and by its id', () => {
    expect(zoneName('America/Denver')).toBe('Mountain Time (America/Denver)')
    expect(zoneName('UTC')).toMatch(/UTC/)
  })
})
