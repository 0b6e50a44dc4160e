import { Temporal } from 'temporal-polyfill'
import { err, ok, type Result } from '../result.ts'

/** A calendar date without a time or a zone, as `YYYY-MM-DD`. */
export type PlainDate = string
/** A wall-clock date and time without a zone, as `YYYY-MM-DDTHH:mm`. */
export type PlainDateTime = string
/** An instant in UTC, as an ISO 8601 string that ends in `Z`. */
export type Instant = string

export type DateProblem =
  | { readonly code: 'not-a-date'; readonly text: string }
  | { readonly code: 'no-such-day'; readonly text: string }
  | {
      readonly code: 'wrong-weekday'
      readonly text: string
      readonly date: PlainDate
      readonly weekday: string
    }

export interface TimeProblem {
  readonly code: 'not-a-time'
  readonly text: string
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const weekdayPattern = '(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/**
 * Reads a date that a person typed: `2026-10-16`, `16 Oct 2026`, `October 16, 2026`, each with or without a weekday.
 *
 * Errors: `not-a-date`; `no-such-day` (29 February of an ordinary year); `wrong-weekday` with the right one named.
 */
export function parseTypedDate(text: string): Result<PlainDate, DateProblem> {
  const typed = text.trim()
  const weekday = new RegExp(`^(${weekdayPattern})\\b[.,]?\\s*`, 'i').exec(typed)
  const rest = (weekday ? typed.slice(weekday[0].length) : typed).replace(/^the\s+/i, '')
  const parts = dateParts(rest)
  if (!parts) return err({ code: 'not-a-date', text: typed })
  const date = toPlainDate(parts)
  if (!date) return err({ code: 'no-such-day', text: typed })
  if (weekday?.[1] && !sameWeekday(weekday[1], date))
    return err({ code: 'wrong-weekday', text: typed, date, weekday: weekdayOf(date) })
  return ok(date)
}

/**
 * Reads a day with a time: `2026-10-16T18:00`, `Fri 16 Oct 2026 18:00`, `16 Oct 2026, 6:00 p.m.`.
 *
 * Errors: those of `parseTypedDate`; `not-a-time` when no time stands after the day, or none that a clock shows.
 */
export function parseTypedDateTime(text: string): Result<PlainDateTime, DateProblem | TimeProblem> {
  const typed = text.trim()
  const timeFirst = /^(\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon),?\s+on\s+(.+)$/iu.exec(typed)
  const split =
    /^(.*?\d{4}(?:-\d{2}-\d{2})?)(?:T|,?\s+(?:at\s+)?)(\d{1,2}[:.]\d{2}.*|\d{1,2}\s*[ap]\.?m\.?|(?:12 )?noon)$/iu.exec(
      timeFirst ? `${timeFirst[2] ?? ''} ${timeFirst[1] ?? ''}` : typed,
    )
  if (!split) return err({ code: 'not-a-time', text: typed })
  const date = parseTypedDate(split[1] ?? '')
  if (!date.ok) return date
  const time = parseTypedTime(split[2] ?? '')
  return time === null ? err({ code: 'not-a-time', text: typed }) : ok(`${date.value}T${time}`)
}

/** Whether a text is a stored wall-clock minute, `YYYY-MM-DDTHH:mm`, of a day that exists. */
export function isRealDateTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text) && parseTypedDate(text.slice(0, 10)).ok
}

/** Whether the time-zone data knows a zone by this name. */
export function isTimeZone(zone: string): boolean {
  try {
    // Temporal also takes a date with a zone in it for a zone; Intl, which writes times for people, does not.
    new Intl.DateTimeFormat('en', { timeZone: zone })
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false // Both throw a RangeError for a zone that it does not know.
  }
}

/** Reads a time of day, `18:00`, `6:00 p.m.`, `6 pm`, `noon`, as `HH:mm`; null when no clock shows it. */
export function parseTypedTime(text: string): string | null {
  const typed = text.trim().toLowerCase()
  if (typed === 'noon' || typed === '12 noon') return '12:00'
  const parts = /^(\d{1,2})(?:[:.](\d{2})(?::00)?)?\s*(?:([ap])\.?\s?m\.?)?$/u.exec(typed)
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return null
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  if (minute > 59 || hour > 23 || (parts[3] !== undefined && (hour < 1 || hour > 12))) return null
  const hour24 = parts[3] === undefined ? hour : (hour % 12) + (parts[3] === 'p' ? 12 : 0)
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/**
 * Finds every date in a text whose weekday is wrong (`Sunday 26 Oct 2026`) or that does not exist.
 *
 * Dates without a year are not judged: their weekday depends on a year nobody wrote.
 */
export function findWrongDates(text: string): readonly DateProblem[] {
  const dayMonth = `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${monthPattern}\\.?,?\\s+\\d{4}`
  const monthDay = `${monthPattern}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`
  const pattern = new RegExp(
    `\\b(?:(${weekdayPattern})\\b(?:[.,]?\\s+(?:the\\s+)?\\(?|/))?(${dayMonth}|${monthDay}|\\d{4}-\\d{2}-\\d{2})\\b` +
      `(?:(?:\\s*\\(|,? (?:which |that )?(?:is |was |falls on |being )?(?:a |the )|,? (?:is|falls on) )(${weekdayPattern})\\b)?`,
    'gi',
  )
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [, before = '', day = '', after = ''] = match
    const named = after === '' ? [before] : [before, after].filter((weekday) => weekday !== '')
    return named.flatMap((weekday) => {
      const parsed = parseTypedDate(`${weekday} ${day}`)
      return parsed.ok ? [] : [{ ...parsed.error, text: match[0] }]
    })
  })
}

/** Full English name of the weekday of a date. */
export function weekdayOf(date: PlainDate): string {
  return weekdayNames[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''
}

/** Writes a date out for paper: `Friday 16 October 2026`. */
export function formatLongDate(date: PlainDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${weekdayOf(date)} ${day.day} ${monthNames[day.month - 1] ?? ''} ${day.year}`
}

/** Writes a date for a dense list: `Fri 16 Oct 2026`. */
export function formatShortDate(date: PlainDate): string {
  const day = Temporal.PlainDate.from(date)
  return `${weekdayOf(date).slice(0, 3)} ${day.day} ${(monthNames[day.month - 1] ?? '').slice(0, 3)} ${day.year}`
}

/** Writes a wall-clock time the way parents read it: `6:00 p.m.`. */
export function formatTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const half = hour < 12 ? 'a.m.' : 'p.m.'
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`
}

/** Adds whole days; a negative number goes back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Adds whole years; 29 February becomes 28 February where there is none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ years }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

/** The calendar date of an instant in a time zone. */
export function dateIn(zone: string, instant: Instant): PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The wall-clock date and time of an instant in a time zone, to the minute. */
export function dateTimeIn(zone: string, instant: Instant): PlainDateTime {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** The instant of a wall-clock date and time in a zone; a time skipped by a clock change moves forward. */
export function instantOf(zone: string, wallClock: PlainDateTime): Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant().toString()
}

/** Adds elapsed hours to an instant. */
export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString()
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function dateParts(text: string): DateParts | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+(?:of\\s+)?|-)(${monthPattern})(?:\\.?,?\\s+|-)(\\d{4})$`,
    'i',
  ).exec(text)
  if (dayFirst) return { year: Number(dayFirst[3]), month: monthOf(dayFirst[2]), day: Number(dayFirst[1]) }
  const monthFirst = new RegExp(
    `^(${monthPattern})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`,
    'i',
  ).exec(text)
  if (monthFirst)
    return { year: Number(monthFirst[3]), month: monthOf(monthFirst[1]), day: Number(monthFirst[2]) }
  return null
}

function monthOf(name = ''): number {
  return (
    1 + monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase())
  )
}

function sameWeekday(typed: string, date: PlainDate): boolean {
  return weekdayOf(date).slice(0, 3).toLowerCase() === typed.slice(0, 3).toLowerCase()
}

function toPlainDate(parts: DateParts): PlainDate | null {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return null // Temporal throws a RangeError for a day that no calendar has.
  }
}
