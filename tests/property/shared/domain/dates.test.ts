import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateIn,
  dateTimeIn,
  daysBetween,
  findWrongDates,
  formatLongDate,
  formatShortDate,
  instantOf,
  parseTypedDate,
  parseTypedDateTime,
} from '#shared/domain/time/plain-date.ts'
import { shiftDates } from '#shared/sample/shift-dates.ts'

const aDay = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const aZone = fc.constantFrom(
  'America/Vancouver',
  'America/New_York',
  'America/Phoenix',
  'Australia/Lord_Howe',
  'UTC',
)

describe('dates', () => {
  it('are read back from both ways of writing them', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(parseTypedDate(formatLongDate(day))).toEqual({ ok: true, value: day })
        expect(parseTypedDate(formatShortDate(day))).toEqual({ ok: true, value: day })
      }),
    )
  })

  it('are refused with every weekday but their own', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 6 }), (day, off) => {
        const wrong = `${formatShortDate(addDays(day, off)).slice(0, 3)}${formatShortDate(day).slice(3)}`
        expect(parseTypedDate(wrong)).toMatchObject({
          ok: false,
          error: { code: 'wrong-weekday', date: day },
        })
        expect(findWrongDates(`See ${wrong}, please.`)).toHaveLength(1)
        expect(findWrongDates(`See ${formatLongDate(day)}, please.`)).toEqual([])
      }),
    )
  })

  it('count the days that were added', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -50_000, max: 50_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('never make the reader throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        parseTypedDate(text)
        parseTypedDateTime(text)
        findWrongDates(text)
      }),
    )
  })
})

describe('instants', () => {
  it('come back to the wall clock they were made of, but for the hour that does not exist', () => {
    fc.assert(
      fc.property(aDay, aZone, fc.integer({ min: 0, max: 23 }), (day, zone, hour) => {
        const wallClock = `${day}T${String(hour).padStart(2, '0')}:30`
        const instant = instantOf(zone, wallClock)
        const back = dateTimeIn(zone, instant)
        expect(back >= wallClock).toBe(true)
        expect(instantOf(zone, back)).toBe(instant)
        expect(dateIn(zone, instant)).toBe(back.slice(0, 10))
      }),
    )
  })
})

describe('shifted stories', () => {
  it('keep the weekday of every date, so that none becomes wrong', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5, max: 5 }), (day, years) => {
        const text = `From ${formatShortDate(day)} to ${formatLongDate(day)}, that is ${day}T18:00.`
        const moved = String(shiftDates(text, years * 364))
        const target = addDays(day, years * 364)
        expect(moved).toBe(
          `From ${formatShortDate(target)} to ${formatLongDate(target)}, that is ${target}T18:00.`,
        )
        expect(findWrongDates(moved)).toEqual([])
      }),
    )
  })
})
