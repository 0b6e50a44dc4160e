import { describe, expect, it } from 'vitest'
import { readDate } from '#renderer/ui/read-date.ts'

const today = '2026-11-21'

describe('readDate', () => {
  it.each([
    ['2026-10-16', '2026-10-16'],
    ['Fri 16 Oct 2026', '2026-10-16'],
    ['friday,  16 October 2026', '2026-10-16'],
    ['October 16, 2026', '2026-10-16'],
    ['16/10/2026', '2026-10-16'],
    ['10.16.2026', '2026-10-16'],
    ['3/3/2026', '2026-03-03'],
    ['29 Feb 2028', '2028-02-29'],
    ['Fri 16 Oct', '2026-10-16'],
    ['today', '2026-11-21'],
    ['Tomorrow', '2026-11-22'],
  ])('reads %s', (typed, date) => {
    expect(readDate(typed, today)).toEqual({ ok: true, value: date })
  })

  it('refuses a wrong weekday and names the right one', () => {
    expect(readDate('Thu 16 Oct 2026', today)).toMatchObject({
      ok: false,
      error: { code: 'wrong-weekday', date: '2026-10-16', weekday: 'Friday' },
    })
  })

  it('refuses a wrong weekday in a date without a year', () => {
    expect(readDate('Thu 16 Oct', today)).toMatchObject({ ok: false, error: { code: 'wrong-weekday' } })
  })

  it.each(['29 Feb 2026', '29 Feb', '31/4/2026', '2026-13-01'])(
    'refuses %s, which no calendar has',
    (typed) => {
      expect(readDate(typed, today)).toMatchObject({ ok: false, error: { code: 'no-such-day' } })
    },
  )

  it('asks back when numbers could be read both ways', () => {
    expect(readDate('3/4/2026', today)).toEqual({
      ok: false,
      error: { code: 'ambiguous', first: '2026-04-03', second: '2026-03-04' },
    })
  })

  it.each(['', 'soon', '🙂', '16', '\u0000', 'x'.repeat(100_000), '١٦ أكتوبر'])(
    'refuses what is no date',
    (typed) => {
      expect(readDate(typed, today)).toMatchObject({ ok: false, error: { code: 'not-a-date' } })
    },
  )
})
