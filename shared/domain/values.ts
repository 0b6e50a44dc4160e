import { z } from 'zod'
import { exclusionCodes, issueCodes } from './authority/issue-codes.ts'
import { isRealDateTime, parseTypedDate, parseTypedDateTime, parseTypedTime } from './time/plain-date.ts'

/** Longest text one field may hold, in UTF-16 units: more than any note, less than what would stall the page. */
export const maxTextLength = 400_000
/** Longest name, title or label. */
export const maxLineLength = 500

export const Id = z.string().min(1).max(64)

/** A stored calendar date. */
export const StoredDate = z.iso.date()
/** A stored wall-clock time, `HH:mm`. */
export const StoredTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A stored wall-clock date and time, `YYYY-MM-DDTHH:mm`, of a day that the calendar has. */
export const StoredDateTime = z.string().refine(isRealDateTime, { message: 'not-a-time' })
/** A stored instant in UTC. */
export const StoredInstant = z.iso.datetime()

/**
 * A date as a person types it; reads to `YYYY-MM-DD`.
 * A wrong weekday or a day that does not exist is refused with its code as the message.
 */
export const TypedDate = z.string().transform((text, context) => {
  const parsed = parseTypedDate(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: parsed.error.code, params: { ...parsed.error } })
  return z.NEVER
})

/**
 * A day with a time as a person types it, `Fri 16 Oct 2026 6:00 p.m.`; reads to `YYYY-MM-DDTHH:mm`.
 * Refused like a date, or with `not-a-time`.
 */
export const TypedDateTime = z.string().transform((text, context) => {
  const parsed = parseTypedDateTime(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: parsed.error.code, params: { ...parsed.error } })
  return z.NEVER
})

/**
 * A time of day as a person types it, `17:00`, `5:00 p.m.`; reads to `HH:mm`, or is refused with `not-a-time`.
 * `7:00` alone is refused: it may be the morning or the evening.
 */
export const TypedTime = z.string().transform((text, context) => {
  const time = /^\s*\d[:.]\d{2}\s*$/u.test(text) ? null : parseTypedTime(text)
  if (time !== null) return time
  context.addIssue({
    code: 'custom',
    message: 'not-a-time',
    params: { code: 'not-a-time', text: text.trim() },
  })
  return z.NEVER
})

/** A day, or a day with a time, as a person types it; reads to `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
export const TypedDayOrMinute = z.string().transform((text, context) => {
  const minute = parseTypedDateTime(text)
  if (minute.ok) return minute.value
  const day = parseTypedDate(text)
  if (day.ok) return day.value
  const error = minute.error.code === 'not-a-time' ? day.error : minute.error
  context.addIssue({ code: 'custom', message: error.code, params: { ...error } })
  return z.NEVER
})

/**
 * One line: a name or a title. Line breaks and control characters become spaces, half a character the sign for one
 * that cannot be read; it may not be empty.
 */
export const Line = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(maxLineLength))

/** One line that may be left empty. */
export const OptionalLine = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(maxLineLength))

/** Long text, kept as typed but for control characters that no document can carry. */
export const LongText = z
  .string()
  .max(maxTextLength)
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ''),
  )

/** Long text that must say something. */
export const RequiredText = LongText.refine((text) => text.trim().length > 0, { message: 'empty' })

export const IssueCodeSchema = z.enum(issueCodes)
export const ExclusionCodeSchema = z.enum(exclusionCodes)

/** Who may ever see an entry. Only `shared` ones can enter a document. */
export const Tier = z.enum(['shared', 'caucus', 'child', 'protected', 'private'])
export type Tier = z.infer<typeof Tier>
