import { describe, expect, it } from 'vitest'
import { dateProblemText } from '#renderer/ui/date-problem-text.ts'

const limits = { today: '2026-11-21', min: undefined, max: undefined, required: false }

describe('dateProblemText', () => {
  it('names the right weekday', () => {
    expect(dateProblemText('Thu 16 Oct 2026', limits)).toBe(
      '16 Oct 2026 is a Friday. Correct the weekday or the date.',
    )
  })

  it('shows both readings of an ambiguous date', () => {
    expect(dateProblemText('3/4/2026', limits)).toContain('Fri 3 Apr 2026 or Wed 4 Mar 2026')
  })

  it('keeps silent about an empty field that may stay empty', () => {
    expect(dateProblemText('  ', limits)).toBeUndefined()
  })

  it('asks for a date that must be there', () => {
    expect(dateProblemText('', { ...limits, required: true })).toBe('Enter a date.')
  })

  it('says which day is the earliest and which the latest', () => {
    const bounds = { ...limits, min: '2026-10-01', max: '2026-10-31' }
    expect(dateProblemText('2026-09-30', bounds)).toContain('Thu 1 Oct 2026 or later')
    expect(dateProblemText('2026-11-01', bounds)).toContain('Sat 31 Oct 2026 or earlier')
    expect(dateProblemText('2026-10-31', bounds)).toBeUndefined()
  })
})
