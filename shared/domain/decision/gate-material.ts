import type { InstrumentHead } from '../authority/instrument.ts'
import type { CaseHead } from '../case/case.ts'
import type { DisputeBody, DisputeHead } from '../dispute/dispute.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { DecisionContent, DecisionForm } from './decision.ts'

/** Everything the gate looks at: one draft and what it rests on. */
export interface GateMaterial {
  readonly matter: CaseHead
  readonly instrument: InstrumentHead | null
  readonly dispute: DisputeHead
  readonly disputeBody: DisputeBody
  readonly form: DecisionForm
  readonly content: DecisionContent
  /** The day a decision was told, where it was told before it was written. */
  readonly oralOn: PlainDate | null
  readonly writtenOn: PlainDate | null
  readonly effectiveOn: PlainDate | null
  readonly signatory: { readonly coordinatorName: string; readonly credentials: string }
  /** True when the review text of the instrument or the profile is known, or the user has written one. */
  readonly hasReviewText: boolean
  readonly isCorrection: boolean
}
