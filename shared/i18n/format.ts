import { addDays, formatLongDate as longDate, formatShortDate, weekdayOf } from '../domain/time/plain-date.ts'

const locale = 'en-GB'

/** Writes a calendar date (`2026-10-16`) as "Fri 16 Oct 2026"; a text that is no date comes back unchanged. */
export function formatDate(iso: string): string {
  return isDate(iso) ? formatShortDate(iso) : iso
}

/** Writes a calendar date as "Friday 16 October 2026", the form used on paper; a text that is no date comes back unchanged. */
export function formatLongDate(iso: string): string {
  return isDate(iso) ? longDate(iso) : iso
}

/** Names the weekday of a calendar date in full: "Friday". */
export function formatWeekday(iso: string): string {
  return isDate(iso) ? weekdayOf(iso) : iso
}

/** Writes the time of an instant in a zone as "14:02". */
export function formatTime(instant: string, zone: string): string {
  return inZone(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Writes an instant in a zone as "Fri 16 Oct 2026, 14:02". */
export function formatDateTime(instant: string, zone: string): string {
  const date = inZone(instant, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  return `${date}, ${formatTime(instant, zone)}`
}

/** Writes a number with thousands separated. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

function isDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false
  try {
    return addDays(iso, 0) === iso
  } catch {
    return false // Temporal throws a RangeError for a day that no calendar has.
  }
}

function inZone(instant: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  return joinParts(formatterFor(zone, options), new Date(time))
}

// Making one takes longer than a hundred uses of it.
const numbers = new Intl.NumberFormat(locale)
const formatters = new Map<string, Intl.DateTimeFormat>()
const keptFormatters = 64

function formatterFor(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, options])
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  if (formatters.size < keptFormatters) formatters.set(key, made)
  return made
}

// The separators of a locale change between versions of its data ("Fri, 16 Oct" became "Fri 16 Oct"); ours must not.
function joinParts(formatter: Intl.DateTimeFormat, date: Date): string {
  return formatter
    .formatToParts(date)
    .map((part) => (part.type === 'literal' && part.value.includes(',') ? ' ' : part.value))
    .join('')
    .replace('Sept ', 'Sep ')
}
