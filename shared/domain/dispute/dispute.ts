import { z } from 'zod'
import { Id, IssueCodeSchema, StoredDate, StoredDateTime } from '../values.ts'

/** Notice to one parent that an issue is on the table and by when an answer is awaited (wall clock of the case). */
export const Notice = z.looseObject({ partyId: Id, sentAt: StoredDateTime, answerBy: StoredDateTime })

/** A parent's answer; `complete` means the parent has said there is nothing to add. */
export const Answer = z.looseObject({ partyId: Id, receivedOn: StoredDate, complete: z.boolean() })

export const FacilitationOutcome = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('agreed'), on: StoredDate }),
  z.looseObject({ outcome: z.literal('impasse'), on: StoredDate }),
  z.looseObject({ outcome: z.literal('partly-agreed'), on: StoredDate }),
  z.looseObject({ outcome: z.literal('urgent'), on: StoredDate, reason: z.string() }),
])

export const Referral = z.looseObject({
  to: z.enum([
    'mediation',
    'counsel-or-court',
    'therapist',
    'child-protection',
    'police',
    'other-professional',
  ]),
  on: StoredDate,
  reason: z.string(),
})

export const DisputeStatus = z.enum([
  'raised',
  'agreed',
  'impasse',
  'decided',
  'recommended',
  'referred',
  'closed',
])

export const DisputeHead = z.looseObject({
  number: z.number().int(),
  title: z.string(),
  issue: IssueCodeSchema,
  raisedBy: Id.nullable(),
  raisedOn: StoredDate,
  status: DisputeStatus,
  clauseIds: z.array(Id),
  /** True when the plan says nothing; the explanation stands in the body. */
  planIsSilent: z.boolean(),
  notices: z.array(Notice),
  answers: z.array(Answer),
  facilitation: FacilitationOutcome.nullable(),
  referral: Referral.nullable(),
  sample: z.boolean(),
})

export const DisputeBody = z.looseObject({
  question: z.string(),
  silentReason: z.string(),
  positions: z.array(z.looseObject({ partyId: Id, text: z.string() })),
  /** How agreement was tried, in the coordinator's words; printed under "Attempts at agreement". */
  attempts: z.string(),
  agreedTerms: z.array(z.string()),
})

export type Notice = z.infer<typeof Notice>
export type Answer = z.infer<typeof Answer>
export type FacilitationOutcome = z.infer<typeof FacilitationOutcome>
export type DisputeStatus = z.infer<typeof DisputeStatus>
export type DisputeHead = z.infer<typeof DisputeHead>
export type DisputeBody = z.infer<typeof DisputeBody>

/** Whether an issue may still be worked on: not decided, recommended on, referred or closed. */
export function isOpenDispute({ status }: DisputeHead): boolean {
  return status === 'raised' || status === 'agreed' || status === 'impasse'
}
