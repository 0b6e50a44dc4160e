import { z } from 'zod'
import { err } from '#shared/domain/result.ts'
import type { ImportAnswer } from './import-protocol.ts'

const count = z.number().int().nonnegative()
const place = z.number().int().min(-1)

const Paragraph = z.object({
  index: count,
  text: z.string(),
  label: z.string().nullable(),
  level: count,
  kind: z.enum(['heading', 'clause', 'text', 'table']),
})

const Clause = z.object({
  citation: z.string(),
  heading: z.string().nullable(),
  text: z.string(),
  level: count,
  from: count,
  to: count,
})

const atClause = { citation: z.string(), paragraph: place }
const Warning = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unnumbered-document') }),
  z.object({ code: z.literal('unnumbered-section'), ...atClause }),
  z.object({ code: z.literal('duplicate-number'), number: z.string(), ...atClause }),
  z.object({ code: z.literal('number-skipped'), after: z.string(), ...atClause }),
  z.object({ code: z.literal('two-numbers'), used: z.string(), ignored: z.string(), paragraph: place }),
  z.object({ code: z.literal('empty-clause'), ...atClause }),
  z.object({ code: z.literal('text-box'), paragraph: place }),
  z.object({ code: z.literal('tracked-changes'), insertions: count, deletions: count }),
  z.object({ code: z.literal('comments-left-out'), count }),
  z.object({ code: z.literal('hidden-text-left-out'), count }),
  z.object({ code: z.literal('pictures-left-out'), count }),
  z.object({ code: z.literal('embedded-content-left-out'), count }),
])

const Plan = z.object({
  title: z.string().nullable(),
  paragraphs: z.array(Paragraph),
  clauses: z.array(Clause),
  outside: z.array(count),
  furniture: z.array(z.object({ place: z.enum(['header', 'footer']), text: z.string() })),
  warnings: z.array(Warning),
})

const foreign = [
  ...['pdf', 'rich-text', 'open-document', 'web-page', 'plain-text', 'spreadsheet', 'presentation', 'pages'],
  ...['word-xml', 'picture', 'mail', 'archive', 'unknown'],
] as const
const Problem = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['empty-file', 'old-word-doc', 'password-protected', 'macro-enabled']) }),
  z.object({ code: z.literal('not-word'), found: z.enum(foreign) }),
  z.object({
    code: z.literal('too-large'),
    limit: z.enum(['file-bytes', 'unpacked-bytes', 'entries', 'ratio', 'depth', 'elements']),
    allowed: count,
    found: z.number(),
  }),
  z.object({
    code: z.literal('unsafe'),
    reason: z.enum(['entity-declaration', 'entry-path', 'overlapping-entries']),
  }),
  z.object({ code: z.literal('damaged'), part: z.enum(['archive', 'checksum', 'main-document', 'xml']) }),
  z.object({ code: z.literal('no-text'), pictures: count, embedded: count }),
])

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: Plan }),
  z.object({ ok: z.literal(false), error: Problem }),
])

/**
 * What a reader answered, if it has the shape of an answer. A reader that a file has led astray could send anything; the page,
 * which holds the open vault, must not stumble over it.
 */
export function checkAnswer(data: unknown): ImportAnswer | ReturnType<typeof strayAnswer> {
  const parsed = Answer.safeParse(data)
  // `found` is a fact of a problem: its list of kinds stands in the schema as text.
  return parsed.success ? (parsed.data as ImportAnswer) : strayAnswer()
}

const strayAnswer = () => err({ code: 'reader-stopped' } as const)
