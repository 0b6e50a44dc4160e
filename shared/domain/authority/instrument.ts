import { z } from 'zod'
import { ExclusionCodeSchema, Id, IssueCodeSchema, StoredDate } from '../values.ts'

export const DecisionType = z.enum(['none', 'recommend', 'decide-temporary', 'decide-binding'])
export const Regime = z.enum(['open', 'closed', 'mixed'])

/** A matter that this instrument itself keeps out, with the words that betray it in a draft. */
export const ContractExclusion = z.looseObject({ id: Id, text: z.string(), keywords: z.array(z.string()) })

/** A number of days that a document or a clock needs; `days` is null until a person has entered and checked it. */
export const Deadline = z.looseObject({
  id: z.string(),
  label: z.string(),
  days: z.number().int().nullable(),
  /** `checked`: entered or confirmed by the user; `not-verified`: the user chose to go on without a number. */
  state: z.enum(['to-ask', 'checked', 'not-verified']),
  source: z.string(),
})

export const InstrumentHead = z.looseObject({
  kind: z.enum(['order', 'agreement']),
  title: z.string(),
  madeOn: StoredDate,
  /** The clause that grants the power, as the instrument numbers it. */
  clause: z.string(),
  /** Date each party signed; for an order the date it was entered stands in `enteredOn`. */
  signatures: z.array(z.looseObject({ partyId: Id, on: StoredDate })),
  enteredOn: StoredDate.nullable(),
  term: z.looseObject({ start: StoredDate, end: StoredDate.nullable() }),
  issues: z.array(IssueCodeSchema),
  exclusions: z.array(ExclusionCodeSchema),
  contractExclusions: z.array(ContractExclusion),
  decisionType: DecisionType,
  regime: Regime,
  feeSplit: z.array(z.looseObject({ partyId: Id, percent: z.number() })),
  reallocation: z.enum(['not-allowed', 'after-written-warning', 'allowed']),
  /** Hours a parent has to answer in writing after notice, where the instrument says so. */
  answerWindowHours: z.number().int().nullable(),
  deadlines: z.array(Deadline),
  /** What a decision is called here, where the user overrides the profile. */
  documentTitle: z.string(),
  /** How a decision is reviewed, where the user overrides the profile. */
  reviewText: z.string(),
  sample: z.boolean(),
})

export const InstrumentBody = z.looseObject({ note: z.string() })

export type DecisionType = z.infer<typeof DecisionType>
export type Regime = z.infer<typeof Regime>
export type Deadline = z.infer<typeof Deadline>
export type ContractExclusion = z.infer<typeof ContractExclusion>
export type InstrumentHead = z.infer<typeof InstrumentHead>
export type InstrumentBody = z.infer<typeof InstrumentBody>
