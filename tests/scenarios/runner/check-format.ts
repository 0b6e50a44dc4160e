import { z } from 'zod'
import { gateCodes } from '#shared/domain/decision/gate.ts'
import { recordKinds } from '#shared/records/record.ts'

const Text = z.string().min(1)
/** One text or several. */
const Texts = z.union([Text, z.array(Text).min(1)])
const Reference = z.string().regex(/^\$[A-Za-z]/, 'must be a name like $case')
const kinds = Object.keys(recordKinds) as (keyof typeof recordKinds)[] // keys of the literal

/** What a value may be compared with; every comparison given must hold. */
const comparisons = {
  equals: z.json().optional(),
  contains: Texts.optional(),
  excludes: Texts.optional(),
  matches: Text.optional(),
  absent: z.boolean().optional(),
  count: z.number().int().min(0).optional(),
}

export const RecordCheck = z.strictObject({ record: Reference, path: Text, ...comparisons })

export const RecordsCheck = z.strictObject({
  records: z.enum(kinds),
  in: Reference.optional(),
  where: z.record(z.string(), z.json()).optional(),
  count: z.number().int().min(0),
})

export const CaseCheck = z.strictObject({
  case: Reference,
  stage: z
    .enum([
      'conflict-check',
      'declined',
      'screening',
      'not-suitable',
      'agreement',
      'orientation',
      'active',
      'suspended',
      'ended',
    ])
    .optional(),
  /** The codes that stand between the case and the active phase, all of them and in order. */
  blocks: z.array(Text).optional(),
})

const Problem = z.union([Text, z.record(z.string(), z.json())])

export const GateCheck = z.strictObject({
  gate: Reference,
  /** Exactly these items are closed; an empty list says that the draft may be issued. */
  closed: z.array(z.enum(gateCodes)).optional(),
  /** These items are open; others may be closed. */
  open: z.array(z.enum(gateCodes)).optional(),
  /** These problems are among those named, each by its code or by some of its facts. */
  problems: z.array(Problem).optional(),
})

export const PlanCheck = z.strictObject({
  plan: Reference,
  clause: Text.optional(),
  /** `text` unless the heading is meant. */
  part: z.enum(['text', 'heading']).default('text'),
  citations: z.array(Text).optional(),
  ...comparisons,
})

export const DocumentCheck = z.strictObject({
  document: Reference,
  contains: Texts.optional(),
  containsOnce: Texts.optional(),
  excludes: Texts.optional(),
  inOrder: z.array(Text).min(2).optional(),
  matches: Text.optional(),
  pages: z.number().int().min(1).optional(),
  fileName: Text.optional(),
  fileNameExcludes: Texts.optional(),
  title: Text.optional(),
})

export const LeakCheck = z.strictObject({ leak: z.array(Text).min(1) })

/** The checks by the word that begins them. */
export const checks = {
  record: { schema: RecordCheck, summary: 'One field of one record.' },
  records: { schema: RecordsCheck, summary: 'How many records of a kind there are.' },
  case: { schema: CaseCheck, summary: 'The stage of a case, and what blocks the next one.' },
  gate: { schema: GateCheck, summary: 'What the gate of a draft says right now.' },
  plan: { schema: PlanCheck, summary: 'A clause of a plan by its citation, or the list of citations.' },
  document: { schema: DocumentCheck, summary: 'An exported file, read back from disk.' },
  leak: {
    schema: LeakCheck,
    summary:
      'Strings that stand in no exported file, file name or metadata, and nowhere in the profile folder.',
  },
} as const

export type CheckName = keyof typeof checks
export type RecordCheck = z.output<typeof RecordCheck>
export type RecordsCheck = z.output<typeof RecordsCheck>
export type CaseCheck = z.output<typeof CaseCheck>
export type GateCheck = z.output<typeof GateCheck>
export type PlanCheck = z.output<typeof PlanCheck>
export type DocumentCheck = z.output<typeof DocumentCheck>
export type LeakCheck = z.output<typeof LeakCheck>

export type Check =
  | { readonly name: 'record'; readonly value: RecordCheck }
  | { readonly name: 'records'; readonly value: RecordsCheck }
  | { readonly name: 'case'; readonly value: CaseCheck }
  | { readonly name: 'gate'; readonly value: GateCheck }
  | { readonly name: 'plan'; readonly value: PlanCheck }
  | { readonly name: 'document'; readonly value: DocumentCheck }
  | { readonly name: 'leak'; readonly value: LeakCheck }
