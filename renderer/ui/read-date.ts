import { addDays, parseTypedDate } from '#shared/domain/time/plain-date.ts'
import type { DateProblem, PlainDate } from '#shared/domain/time/plain-date.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'

export type TypedDateProblem =
  DateProblem | { readonly code: 'ambiguous'; readonly first: PlainDate; readonly second: PlainDate }

/**
 * Reads a date as people type it into a field: all that the domain reads, and besides `today`, `16/10/2026`
 * and a day without a year (`Fri 16 Oct`), which means the year of `today`.
 *
 * Numbers that could be read both ways (`3/4/2026`) are refused rather than guessed.
 */
export function readDate(text: string, today: PlainDate): Result<PlainDate, TypedDateProblem> {
  const typed = text.trim().replace(/\s+/g, ' ')
  const shift = { yesterday: -1, today: 0, tomorrow: 1 }[typed.toLowerCase()]
  if (shift !== undefined) return ok(addDays(today, shift))

  const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(typed)
  if (numbers) return readNumbers(Number(numbers[1]), Number(numbers[2]), numbers[3] ?? '')

  const full = parseTypedDate(typed)
  if (full.ok || full.error.code !== 'not-a-date') return full
  const withYear = parseTypedDate(`${typed} ${today.slice(0, 4)}`)
  return withYear.ok || withYear.error.code !== 'not-a-date' ? withYear : full
}

function readNumbers(a: number, b: number, year: string): Result<PlainDate, TypedDateProblem> {
  if (a > 12 || a === b) return parseTypedDate(iso(year, b, a))
  if (b > 12) return parseTypedDate(iso(year, a, b))
  const [first, second] = [iso(year, b, a), iso(year, a, b)]
  return parseTypedDate(first).ok ? err({ code: 'ambiguous', first, second }) : parseTypedDate(first)
}

function iso(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
