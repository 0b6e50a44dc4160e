import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/domain/result.ts'
import {
  addDays,
  addHours,
  addYears,
  dateIn,
  dateTimeIn,
  daysBetween,
  findWrongDates,
  formatLongDate,
  formatShortDate,
  formatTime,
  instantOf,
  isTimeZone,
  parseTypedDate,
  parseTypedDateTime,
  parseTypedTime,
  weekdayOf,
} from '#shared/domain/time/plain-date.ts'

describe('parseTypedDate', () => {
  it.each([
    '2026-10-16',
    '16 Oct 2026',
    '16 October 2026',
    '16th of October 2026',
    'the 16th of October 2026',
    '16. Oct 2026',
    '16-Oct-2026',
    '16 Oct. 2026',
    'Fri 16 Oct 2026',
    'Friday, 16 October 2026',
    'Fri. 16 Oct 2026',
    'October 16, 2026',
    'Oct 16 2026',
    'Friday October 16th, 2026',
    'FRIDAY 16 OCTOBER 2026',
    '  16 oct 2026  ',
    'Fri 2026-10-16',
  ])('reads %s', (text) => {
    expect(parseTypedDate(text)).toEqual(ok('2026-10-16'))
  })

  it.each(['Tue 13 Oct 2026', 'Tues 13 Oct 2026', 'Tuesday 13 Oct 2026'])(
    'knows the weekday of %s',
    (text) => {
      expect(parseTypedDate(text)).toEqual(ok('2026-10-13'))
    },
  )

  it.each(['Wed 14 Oct 2026', 'Weds 14 Oct 2026', 'Wednesday 14 Oct 2026'])(
    'knows the weekday of %s',
    (text) => {
      expect(parseTypedDate(text)).toEqual(ok('2026-10-14'))
    },
  )

  it.each(['Thu 15 Oct 2026', 'Thur 15 Oct 2026', 'Thurs 15 Oct 2026', 'Thursday 15 Oct 2026'])(
    'knows the weekday of %s',
    (text) => {
      expect(parseTypedDate(text)).toEqual(ok('2026-10-15'))
    },
  )

  it('names the right weekday when a wrong one was typed', () => {
    expect(parseTypedDate('Sunday 26 Oct 2026')).toEqual(
      err({ code: 'wrong-weekday', text: 'Sunday 26 Oct 2026', date: '2026-10-26', weekday: 'Monday' }),
    )
  })

  it('takes 29 February in a leap year and refuses it in another', () => {
    expect(parseTypedDate('29 Feb 2028')).toEqual(ok('2028-02-29'))
    expect(parseTypedDate('29 Feb 2027')).toEqual(err({ code: 'no-such-day', text: '29 Feb 2027' }))
    expect(parseTypedDate('2100-02-29').ok).toBe(false)
  })

  it.each(['31 Apr 2026', '2026-13-01', '2026-02-30', '0 Jan 2026', '32 Jan 2026'])('refuses %s', (text) => {
    expect(parseTypedDate(text)).toEqual(err({ code: 'no-such-day', text }))
  })

  it.each([
    '',
    'tomorrow',
    '10/16/2026',
    '16 Okt 2026',
    '16 Oct',
    'Oct 2026',
    '16 Oct 26',
    '2026-10-16T18:00',
  ])('does not guess at “%s”', (text) => {
    expect(parseTypedDate(text)).toMatchObject({ ok: false, error: { code: 'not-a-date' } })
  })

  it('reads the days around the turn of a year with 53 weeks', () => {
    expect(parseTypedDate('Thu 31 Dec 2026')).toEqual(ok('2026-12-31'))
    expect(parseTypedDate('Fri 1 Jan 2027')).toEqual(ok('2027-01-01'))
    expect(parseTypedDate('Sun 3 Jan 2027')).toEqual(ok('2027-01-03'))
    expect(parseTypedDate('Mon 4 Jan 2027')).toEqual(ok('2027-01-04'))
  })
})

describe('parseTypedDateTime', () => {
  it.each([
    ['2026-10-16T18:00', '2026-10-16T18:00'],
    ['Fri 16 Oct 2026 18:00', '2026-10-16T18:00'],
    ['Fri 16 Oct 2026, 6:00 p.m.', '2026-10-16T18:00'],
    ['16 Oct 2026 at 6 pm', '2026-10-16T18:00'],
    ['16 Oct 2026 6:05 AM', '2026-10-16T06:05'],
    ['October 16, 2026 12:15 a.m.', '2026-10-16T00:15'],
    ['2026-10-16 12:00 pm', '2026-10-16T12:00'],
    ['16 Oct 2026 noon', '2026-10-16T12:00'],
    ['16 Oct 2026 23.59', '2026-10-16T23:59'],
    ['2026-10-16T18:00:00', '2026-10-16T18:00'],
    ['6:00 p.m. on Fri 16 Oct 2026', '2026-10-16T18:00'],
    ['16 Oct 2026 12 noon', '2026-10-16T12:00'],
  ])('reads %s', (text, expected) => {
    expect(parseTypedDateTime(text)).toEqual(ok(expected))
  })

  it.each(['16 Oct 2026', '16 Oct 2026 25:00', '16 Oct 2026 6:60 pm', '16 Oct 2026 13:00 pm', '6 pm', ''])(
    'refuses %s',
    (text) => {
      expect(parseTypedDateTime(text)).toMatchObject({ ok: false, error: { code: 'not-a-time' } })
    },
  )

  it('judges the day as it judges a date alone', () => {
    expect(parseTypedDateTime('Sun 26 Oct 2026 18:00')).toMatchObject({ error: { code: 'wrong-weekday' } })
    expect(parseTypedDateTime('2026-02-30T10:00')).toMatchObject({ error: { code: 'no-such-day' } })
  })
})

describe('parseTypedTime', () => {
  it.each([
    ['0:00', '00:00'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['9:05', '09:05'],
    ['9 p.m.', '21:00'],
  ])('reads %s', (text, expected) => {
    expect(parseTypedTime(text)).toBe(expected)
  })

  it.each(['9', '24:00', '0 am', 'midnight', 'six'])('refuses %s', (text) => {
    expect(parseTypedTime(text)).toBeNull()
  })
})

describe('findWrongDates', () => {
  it('finds the wrong weekday inside a sentence', () => {
    expect(findWrongDates('Until Sunday 26 Oct 2026, then as before.')).toMatchObject([
      { code: 'wrong-weekday', weekday: 'Monday' },
    ])
  })

  it.each([
    'From Fri 16 Oct 2026 to Mon 19 Oct 2026.',
    'On Tuesday the 13th of October 2026 at 5:00 p.m.',
    'Monday, October 26, 2026',
    'Sunday comes before 26 Oct 2026.',
    'Every Friday, and 2026-10-26.',
    'Fri 10 Oct, without a year',
  ])('finds nothing in “%s”', (text) => {
    expect(findWrongDates(text)).toEqual([])
  })

  it.each([
    'On Sunday (26 Oct 2026) with A.',
    '26 October 2026 (Sunday)',
    'Sunday/26 Oct 2026',
    'The 26th October 2026 is a Sunday.',
    'On 26 October 2026, which is a Sunday, with A.',
    'Mon 26 Oct 2026 (Sunday)',
  ])('finds the wrong weekday of “%s”', (text) => {
    expect(findWrongDates(text).map(({ code }) => code)).toEqual(['wrong-weekday'])
  })

  it.each([
    'On Mon 26 Oct 2026 (Monday).',
    'Until 16 October 2026. Sunday visits follow.',
    '26 Oct 2026, Tuesday 27 Oct 2026',
  ])('leaves “%s” alone', (text) => {
    expect(findWrongDates(text)).toEqual([])
  })

  it('finds each of several, and days that do not exist', () => {
    const found = findWrongDates('Mon 26 Oct 2026, Tue 26 Oct 2026, 29 Feb 2027 and 2026-02-30')
    expect(found.map(({ code }) => code)).toEqual(['wrong-weekday', 'no-such-day', 'no-such-day'])
  })
})

describe('formats', () => {
  it('writes dates and times as parents read them', () => {
    expect(formatLongDate('2026-10-19')).toBe('Monday 19 October 2026')
    expect(formatShortDate('2026-10-05')).toBe('Mon 5 Oct 2026')
    expect(formatTime('00:05')).toBe('12:05 a.m.')
    expect(formatTime('12:00')).toBe('12:00 p.m.')
    expect(formatTime('18:30')).toBe('6:30 p.m.')
    expect(weekdayOf('2028-02-29')).toBe('Tuesday')
  })
})

describe('calendar arithmetic', () => {
  it('adds years to 29 February', () => {
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29')
  })

  it('counts days over a clock change as calendar days', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09')
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2)
  })
})

describe('instants in a zone', () => {
  it('gives the date on the wall, not the one in Greenwich', () => {
    expect(dateIn('America/Vancouver', '2026-10-20T06:59:00Z')).toBe('2026-10-19')
    expect(dateIn('America/Vancouver', '2026-10-20T07:00:00Z')).toBe('2026-10-20')
  })

  it('moves a time that the spring change skips forward, and takes the first of two in autumn', () => {
    expect(instantOf('America/New_York', '2026-03-08T02:30')).toBe('2026-03-08T07:30:00Z')
    expect(instantOf('America/New_York', '2026-11-01T01:30')).toBe('2026-11-01T05:30:00Z')
  })

  it('adds hours as they pass on a clock that changes', () => {
    const sent = instantOf('America/New_York', '2026-10-31T12:00')
    expect(dateTimeIn('America/New_York', addHours(sent, 48))).toBe('2026-11-02T11:00')
  })

  it('knows zones by name only', () => {
    expect(isTimeZone('America/Phoenix')).toBe(true)
    expect(['', 'Mars/Olympus', '2020-01-01T00:00[America/Phoenix]'].map(isTimeZone)).toEqual([
      false,
      false,
      false,
    ])
  })
})
