import { Temporal } from 'temporal-polyfill'
import { formatMinutes } from '../time/minutes.ts'
import type { PlainDate, PlainDateTime } from '../time/plain-date.ts'

/** One exchange and how late the child was brought, in whole minutes; 0 is on time. */
export interface LateExchange {
  readonly on: PlainDate
  readonly minutes: number
}

export interface LatenessTally {
  readonly exchanges: number
  readonly late: number
  readonly totalMinutes: number
  /** The sum as it is printed: `35 + 50 + 0 = 85 minutes (1 h 25 min)`. */
  readonly formula: string
}

/** Adds up lateness, exchange by exchange, in the order given. */
export function tallyLateness(rows: readonly LateExchange[]): LatenessTally {
  const totalMinutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  const terms = rows.map((row) => row.minutes).join(' + ')
  return {
    exchanges: rows.length,
    late: rows.filter((row) => row.minutes > 0).length,
    totalMinutes,
    formula: `${terms || '0'} = ${totalMinutes} minutes (${formatMinutes(totalMinutes)})`,
  }
}

/** Elapsed minutes between two wall-clock times in a zone; a clock change in between counts as it happened. */
export function minutesBetween(zone: string, from: PlainDateTime, to: PlainDateTime): number {
  return Math.round(zoned(zone, from).until(zoned(zone, to), { largestUnit: 'minute' }).total('minute'))
}

export interface MakeUpCheck {
  readonly minutes: number
  readonly owedMinutes: number
  /** Minutes still owed after this block; negative when the block is longer than what is owed. */
  readonly difference: number
}

/** Compares a block of make-up time with the minutes that are owed. */
export function checkMakeUp(
  zone: string,
  owedMinutes: number,
  from: PlainDateTime,
  to: PlainDateTime,
): MakeUpCheck {
  const minutes = minutesBetween(zone, from, to)
  return { minutes, owedMinutes, difference: owedMinutes - minutes }
}

export interface BreakSplit {
  readonly totalMinutes: number
  readonly midpoint: PlainDateTime
  readonly firstMinutes: number
  readonly secondMinutes: number
  readonly totalNights: number
  readonly firstNights: number
  readonly secondNights: number
}

/**
 * Divides a break at a chosen exchange and shows the exact midpoint beside it.
 *
 * Minutes are elapsed time in the zone. A night belongs to whoever has the child at midnight.
 */
export function splitBreak(
  zone: string,
  start: PlainDateTime,
  end: PlainDateTime,
  exchangeAt: PlainDateTime,
): BreakSplit {
  const totalMinutes = minutesBetween(zone, start, end)
  const firstMinutes = minutesBetween(zone, start, exchangeAt)
  const midpoint = zoned(zone, start)
    .add({ minutes: Math.floor(totalMinutes / 2) })
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  const firstNights = nightsBetween(start, exchangeAt)
  const totalNights = nightsBetween(start, end)
  return {
    totalMinutes,
    midpoint,
    firstMinutes,
    secondMinutes: totalMinutes - firstMinutes,
    totalNights,
    firstNights,
    secondNights: totalNights - firstNights,
  }
}

/** Nights (midnights) between two wall-clock times. */
export function nightsBetween(from: PlainDateTime, to: PlainDateTime): number {
  const first = Temporal.PlainDateTime.from(from).toPlainDate()
  const last = Temporal.PlainDateTime.from(to).toPlainDate()
  return first.until(last, { largestUnit: 'day' }).days
}

function zoned(zone: string, wallClock: PlainDateTime): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone)
}
