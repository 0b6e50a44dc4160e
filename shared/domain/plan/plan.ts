import { z } from 'zod'
import { Id, StoredDate } from '../values.ts'

/** A clause keeps its id for ever; its citation is what people write: `7.2`, `7.2(a)`. */
export const ClauseHead = z.looseObject({
  id: Id,
  citation: z.string(),
  heading: z.string(),
  level: z.number().int(),
})

export const Clause = ClauseHead.extend({
  text: z.string(),
  /** Paragraphs of the original file this clause came from, as a half-open range; null when typed. */
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
})

export const SourceParagraph = z.looseObject({
  index: z.number().int(),
  text: z.string(),
  label: z.string().nullable(),
  level: z.number().int(),
  kind: z.string(),
})

export const PlanHead = z.looseObject({
  title: z.string(),
  madeOn: StoredDate.nullable(),
  source: z.enum(['word', 'typed']),
  clauses: z.array(ClauseHead),
  sample: z.boolean(),
})

export const PlanBody = z.looseObject({
  clauses: z.array(Clause),
  /** The original, paragraph by paragraph, for the view side by side. */
  paragraphs: z.array(SourceParagraph),
  sourceFile: z.looseObject({ name: z.string(), sizeBytes: z.number(), sha256: z.string() }).nullable(),
  warnings: z.array(z.looseObject({ code: z.string() })),
})

export type ClauseHead = z.infer<typeof ClauseHead>
export type Clause = z.infer<typeof Clause>
export type SourceParagraph = z.infer<typeof SourceParagraph>
export type PlanHead = z.infer<typeof PlanHead>
export type PlanBody = z.infer<typeof PlanBody>
