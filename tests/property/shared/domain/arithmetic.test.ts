import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesBetween, splitBreak, tallyLateness } from '#shared/domain/parenting-time/arithmetic.ts'
import { formatMinutes } from '#shared/domain/time/minutes.ts'
import { addDays } from '#shared/domain/time/plain-date.ts'

const aZone = fc.constantFrom(
  'America/Vancouver',
  'America/New_York',
  'America/Phoenix',
  'Europe/London',
  'UTC',
)
const aMinuteOfDay = fc.integer({ min: 0, max: 1439 }).map((minute) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
})
/** A break of 2 to 60 days from any day of 2026, with an exchange on a day between. */
const aBreak = fc
  .tuple(
    aZone,
    fc.integer({ min: 0, max: 364 }),
    fc.integer({ min: 2, max: 60 }),
    fc.nat(),
    aMinuteOfDay,
    aMinuteOfDay,
    aMinuteOfDay,
  )
  .map(([zone, first, length, between, start, end, exchange]) => {
    const day = addDays('2026-01-01', first)
    return {
      zone,
      start: `${day}T${start}`,
      end: `${addDays(day, length)}T${end}`,
      exchangeAt: `${addDays(day, 1 + (between % (length - 1 || 1)))}T${exchange}`,
    }
  })

describe('splitBreak', () => {
  it('gives away every minute and every night once', () => {
    fc.assert(
      fc.property(aBreak, ({ zone, start, end, exchangeAt }) => {
        const split = splitBreak(zone, start, end, exchangeAt)
        expect(split.firstMinutes + split.secondMinutes).toBe(split.totalMinutes)
        expect(split.firstNights + split.secondNights).toBe(split.totalNights)
        expect(split.secondMinutes).toBe(minutesBetween(zone, exchangeAt, end))
      }),
    )
  })

  it('has its midpoint in the middle, to the minute', () => {
    fc.assert(
      fc.property(aBreak, ({ zone, start, end, exchangeAt }) => {
        const { midpoint, totalMinutes } = splitBreak(zone, start, end, exchangeAt)
        const before = minutesBetween(zone, start, midpoint)
        // The repeated hour of an autumn change has two minutes of each name: the wall clock alone cannot tell them.
        const slack = Math.abs(2 * before - totalMinutes)
        expect(slack <= 1 || Math.abs(slack - 120) <= 1).toBe(true)
      }),
    )
  })
})

describe('tallyLateness', () => {
  it('adds up to the sum of its rows, late or not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 60 }), (minutes) => {
        const tally = tallyLateness(minutes.map((each) => ({ on: '2026-09-04', minutes: each })))
        expect(tally.totalMinutes).toBe(minutes.reduce((sum, each) => sum + each, 0))
        expect(tally.late).toBe(minutes.filter((each) => each > 0).length)
        expect(tally.formula).toContain(`= ${String(tally.totalMinutes)} minutes`)
      }),
    )
  })
})

describe('formatMinutes', () => {
  it('says the same number of minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (minutes) => {
        const part = (unit: string) =>
          Number(new RegExp(`(\\d+) ${unit}\\b`).exec(formatMinutes(minutes))?.[1] ?? 0)
        expect(part('d') * 1440 + part('h') * 60 + part('min')).toBe(minutes)
      }),
    )
  })
})
