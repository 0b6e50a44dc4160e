import {
  addDays,
  daysBetween,
  formatLongDate,
  formatShortDate,
  parseTypedDate,
} from '../domain/time/plain-date.ts'

/** Fifty-two weeks: a date moved by them keeps its weekday, and within a day or two its place in the year. */
const step = 364

/** How many days to move a story so that its last day is past, by whole steps of 52 weeks. */
export function shiftFor(lastDay: string, today: string): number {
  return Math.floor(daysBetween(lastDay, today) / step) * step
}

/** Moves every date in every text of a value, written `2026-10-19`, `Mon 19 Oct 2026` or `Monday 19 October 2026`. */
export function shiftDates(value: unknown, days: number): unknown {
  if (typeof value === 'string') return shiftText(value, days)
  if (Array.isArray(value)) return value.map((each) => shiftDates(each, days))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shiftDates(each, days)]))
}

const written =
  /\b(?:((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} [A-Z][a-z]+ \d{4}\b|\b\d{4}-\d{2}-\d{2}/gu

function shiftText(text: string, days: number): string {
  return text.replace(written, (found, weekday?: string) => {
    const date = parseTypedDate(found)
    if (!date.ok) return found
    const moved = addDays(date.value, days)
    if (/^\d{4}/u.test(found)) return moved
    if (weekday === undefined) return formatShortDate(moved).replace(/^\w+ /u, '')
    return weekday.length > 3 ? formatLongDate(moved) : formatShortDate(moved)
  })
}
