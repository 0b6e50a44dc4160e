import { addDays, formatLongDate, formatTime } from '../../domain/time/plain-date.ts'
import type { PlainDate, PlainDateTime } from '../../domain/time/plain-date.ts'

/** Writes a date with its weekday, "Friday 16 October 2026"; a day nobody has set prints as a visible blank. */
export function writtenDate(date: PlainDate | null): string {
  return date === null ? '<fill in: date>' : formatLongDate(date)
}

/** Writes a wall-clock time, "Friday 16 October 2026, 6:00 p.m.". */
export function writtenDateTime(at: PlainDateTime): string {
  const [date = '', time = ''] = at.split('T')
  return `${formatLongDate(date)}, ${formatTime(time)}`
}

/** Writes a span of time; within one day the date stands once. */
export function writtenSpan(from: PlainDateTime, to: PlainDateTime): string {
  const [fromDate] = from.split('T')
  const [toDate, toTime = ''] = to.split('T')
  return `${writtenDateTime(from)} to ${fromDate === toDate ? formatTime(toTime) : writtenDateTime(to)}`
}

/**
 * Writes the end of a time to answer. Midnight is written as the end of the day before it, because people read
 * "Saturday, 12:00 a.m." as a day later.
 */
export function writtenEnd(at: PlainDateTime): string {
  const [date = '', time = ''] = at.split('T')
  return time === '00:00' ? `end of ${formatLongDate(addDays(date, -1))}` : writtenDateTime(at)
}

/** Names a zone the way people say it, with its id so that nobody has to guess: "Pacific Time (America/Vancouver)". */
export function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value
  return name === undefined || name === zone ? zone : `${name} (${zone})`
}
