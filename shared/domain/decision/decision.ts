import { z } from 'zod'
import { ExclusionCodeSchema, Id, StoredDate, StoredDateTime, StoredInstant } from '../values.ts'

/** How long a term holds: one occasion, a period with an end, or a standing rule that fills a gap. */
export const TermDuration = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('once'), on: StoredDate }),
  z.looseObject({ kind: z.literal('until'), start: StoredDate, end: StoredDate }),
  z.looseObject({ kind: z.literal('standing'), reviewOn: StoredDate.nullable() }),
])

/** What a term touches; a lasting change of `parenting-time` or `exchange-time` is not a coordinator's to make. */
export const TermEffect = z.enum([
  'parenting-time',
  'exchange-time',
  'make-up',
  'procedure',
  'communication',
  'activity',
  'other',
])

export const OperativeTerm = z.looseObject({
  id: Id,
  text: z.string(),
  effect: TermEffect,
  duration: TermDuration,
  /** Overnights a year with each term of the plan and under this one, where parenting time is touched. */
  overnights: z.looseObject({ before: z.number(), after: z.number() }).nullable(),
})

/** A person's answer to a possible exclusion that the words of a draft suggest. */
export const ExclusionAnswer = z.looseObject({
  exclusion: ExclusionCodeSchema,
  /** The words that raised the question; a new wording raises it again. */
  words: z.string(),
  isExcluded: z.boolean(),
  reason: z.string(),
  answeredAt: StoredInstant,
})

export const Calculation = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('lateness'),
    id: Id,
    title: z.string(),
    rows: z.array(z.looseObject({ on: StoredDate, minutes: z.number().int() })),
  }),
  z.looseObject({
    kind: z.literal('make-up'),
    id: Id,
    title: z.string(),
    owedMinutes: z.number().int(),
    from: StoredDateTime,
    to: StoredDateTime,
  }),
  z.looseObject({
    kind: z.literal('split'),
    id: Id,
    title: z.string(),
    start: StoredDateTime,
    end: StoredDateTime,
    exchangeAt: StoredDateTime,
    firstPartyId: Id,
    secondPartyId: Id,
  }),
])

export const DecisionForm = z.enum(['decision', 'recommendation'])

export const FeeReallocation = z.looseObject({
  partyId: Id,
  percent: z.number(),
  reason: z.string(),
  warnedOn: StoredDate.nullable(),
})

export const DecisionHead = z.looseObject({
  disputeId: Id,
  instrumentId: Id.nullable(),
  form: DecisionForm,
  /** Running number within the case and form; null while a draft. */
  number: z.number().int().nullable(),
  title: z.string(),
  state: z.enum(['draft', 'issued']),
  oralOn: StoredDate.nullable(),
  writtenOn: StoredDate.nullable(),
  effectiveOn: StoredDate.nullable(),
  issuedAt: StoredInstant.nullable(),
  /** The issued decision that this one corrects or supplements. */
  corrects: Id.nullable(),
  correctedBy: Id.nullable(),
  sample: z.boolean(),
})

export const DecisionContent = z.looseObject({
  issueSubmitted: z.string(),
  information: z.string(),
  findings: z.string(),
  reasons: z.string(),
  terms: z.array(OperativeTerm),
  notDecided: z.array(z.looseObject({ text: z.string(), reason: z.string() })),
  unchanged: z.string(),
  feesText: z.string(),
  reallocation: FeeReallocation.nullable(),
  calculations: z.array(Calculation),
  answers: z.array(ExclusionAnswer),
  /** What a correction corrects, in words. */
  correctionNote: z.string(),
  delivery: z.array(z.looseObject({ to: z.string(), how: z.string(), at: StoredDateTime.nullable() })),
  signedAt: z.string(),
})

/** The whole of an issued decision as it was on the day: later edits of plan, parties or practice do not reach it. */
export const IssuedSnapshot = z.looseObject({
  signatory: z.looseObject({
    name: z.string(),
    credentials: z.string(),
    contact: z.string(),
    place: z.string(),
  }),
  parties: z.array(z.looseObject({ id: Id, letter: z.string(), name: z.string(), initials: z.string() })),
  children: z.array(
    z.looseObject({ name: z.string(), initials: z.string(), birthYear: z.number().nullable() }),
  ),
  court: z.looseObject({ name: z.string(), registry: z.string(), fileNumber: z.string() }).nullable(),
  instrument: z.looseObject({
    kind: z.string(),
    title: z.string(),
    madeOn: StoredDate,
    clause: z.string(),
    termStart: StoredDate,
    termEnd: StoredDate.nullable(),
    regime: z.string(),
    decisionType: z.string(),
  }),
  documentTitle: z.string(),
  profileId: z.string(),
  reviewText: z.string(),
  deadlines: z.array(z.looseObject({ label: z.string(), days: z.number().nullable(), state: z.string() })),
  issue: z.looseObject({
    code: z.string(),
    question: z.string(),
    raisedBy: z.string(),
    raisedOn: StoredDate,
  }),
  clauses: z.array(z.looseObject({ citation: z.string(), heading: z.string(), text: z.string() })),
  silentReason: z.string(),
  attempts: z.string(),
  facilitation: z.looseObject({ outcome: z.string(), on: StoredDate }).nullable(),
  heard: z.array(
    z.looseObject({
      partyId: Id,
      noticeAt: StoredDateTime,
      answerBy: StoredDateTime,
      receivedOn: StoredDate.nullable(),
    }),
  ),
  positions: z.array(z.looseObject({ partyId: Id, text: z.string() })),
  feeSplit: z.array(z.looseObject({ partyId: Id, percent: z.number() })),
  zone: z.string(),
})

export const DecisionBody = z.looseObject({ content: DecisionContent, issued: IssuedSnapshot.nullable() })

export type TermDuration = z.infer<typeof TermDuration>
export type OperativeTerm = z.infer<typeof OperativeTerm>
export type ExclusionAnswer = z.infer<typeof ExclusionAnswer>
export type Calculation = z.infer<typeof Calculation>
export type DecisionForm = z.infer<typeof DecisionForm>
export type DecisionHead = z.infer<typeof DecisionHead>
export type DecisionContent = z.infer<typeof DecisionContent>
export type IssuedSnapshot = z.infer<typeof IssuedSnapshot>
export type DecisionBody = z.infer<typeof DecisionBody>
