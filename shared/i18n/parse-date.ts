import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { monthNumber, weekdayNumber } from './date-words.ts'

/** Why a typed text is not taken as a date; `iso` is the date as far as it was understood. */
export type DateProblem =
  | { readonly code: 'not-a-date' }
  | { readonly code: 'ambiguous'; readonly first: string; readonly second: string }
  | { readonly code: 'no-such-day'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly code: 'wrong-weekday'; readonly iso: string; readonly weekday: number }

interface Parts {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

/**
 * Reads a date as people type it: `2026-10-16`, `Fri 16 Oct 2026`, `October 16, 2026`, `16.10.2026`, `29 Feb`, `today`.
 *
 * Without a year the year of `today` counts. A weekday must agree with the date. Numbers that could be
 * read both ways (`3/4/2026`) are refused rather than guessed.
 */
export function parseDate(text: string, today: string): Result<string, DateProblem> {
  const clean = text.trim().toLowerCase().replace(/[,،]/g, ' ').replace(/\s+/g, ' ')
  const relative = relativeDate(clean, today)
  if (relative !== undefined) return ok(relative)

  const { weekday, rest } = takeWeekday(clean)
  const parts = readParts(rest)
  if (parts === undefined) return err({ code: 'not-a-date' })
  if ('first' in parts) return err({ code: 'ambiguous', ...parts })

  const year = parts.year ?? Number(today.slice(0, 4))
  const iso = toIso(parts.day, parts.month, year)
  const time = parseIsoDate(iso)
  if (time === undefined) return err({ code: 'no-such-day', day: parts.day, month: parts.month, year })
  const actual = new Date(time).getUTCDay()
  if (weekday !== undefined && weekday !== actual) return err({ code: 'wrong-weekday', iso, weekday })
  return ok(iso)
}

/** Gives the UTC midnight of a date written `2026-10-16`, or undefined where no such day exists. */
export function parseIsoDate(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.getTime() : undefined
}

function relativeDate(text: string, today: string): string | undefined {
  const shift = { yesterday: -1, today: 0, tomorrow: 1 }[text]
  const time = parseIsoDate(today)
  if (shift === undefined || time === undefined) return undefined
  return new Date(time + shift * 86_400_000).toISOString().slice(0, 10)
}

function takeWeekday(text: string): { weekday: number | undefined; rest: string } {
  const match = /^(\p{L}+)\.? (.+)$/u.exec(text)
  const weekday = match?.[1] === undefined ? undefined : weekdayNumber(match[1])
  return weekday === undefined ? { weekday, rest: text } : { weekday, rest: match?.[2] ?? '' }
}

function readParts(text: string): Parts | { first: string; second: string } | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }

  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*(\p{L}+)\.?(?:[ .-]+(\d{4}))?$/u.exec(text)
  if (dayFirst) return worded(dayFirst[1], dayFirst[2], dayFirst[3])

  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(text)
  if (monthFirst) return worded(monthFirst[2], monthFirst[1], monthFirst[3])

  const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(text)
  return numbers ? readNumbers(Number(numbers[1]), Number(numbers[2]), Number(numbers[3])) : undefined
}

function worded(day: string | undefined, word: string | undefined, year: string | undefined): Parts | undefined {
  const month = word === undefined ? undefined : monthNumber(word)
  if (month === undefined || day === undefined) return undefined
  return { day: Number(day), month, year: year === undefined ? undefined : Number(year) }
}

function readNumbers(a: number, b: number, year: number): Parts | { first: string; second: string } {
  if (a > 12 || a === b) return { day: a, month: b, year }
  if (b > 12) return { day: b, month: a, year }
  return { first: toIso(a, b, year), second: toIso(b, a, year) }
}

function toIso(day: number, month: number, year: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
