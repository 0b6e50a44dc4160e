import { missingParts, type MissingPart } from '../authority/in-force.ts'
import type { InstrumentHead } from '../authority/instrument.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { CaseHead } from './case.ts'

/** Where a case stands in its life. `declined` and `not-suitable` are ends that the facts themselves bring about. */
export type CaseStage =
  | 'conflict-check'
  | 'declined'
  | 'screening'
  | 'not-suitable'
  | 'agreement'
  | 'orientation'
  | 'active'
  | 'suspended'
  | 'ended'

export type StageBlock =
  | { readonly code: 'conflict-check-missing' }
  | { readonly code: 'conflict-declined' }
  | { readonly code: 'screening-missing'; readonly parties: readonly string[] }
  | { readonly code: 'not-suitable'; readonly parties: readonly string[] }
  | { readonly code: 'instrument-missing' }
  | { readonly code: 'instrument-incomplete'; readonly missing: readonly MissingPart[] }
  | { readonly code: 'plan-missing' }

/** Found in conflict or unsuitable: closes the work at any time, not only before it begins. */
export type StandingBlock = Extract<StageBlock, { code: 'conflict-declined' | 'not-suitable' }>

export interface CaseFacts {
  readonly head: CaseHead
  readonly instruments: readonly InstrumentHead[]
  readonly clauseCount: number
  readonly today: PlainDate
}

/**
 * What stands between a case and the active phase, in the order of the work: conflict check, each parent
 * screened alone, a complete instrument signed by all or entered, and the plan's clauses read in.
 */
export function stageBlocks(facts: CaseFacts): readonly StageBlock[] {
  return [
    ...conflictBlocks(facts.head),
    ...screeningBlocks(facts.head),
    ...instrumentBlocks(facts),
    ...planBlocks(facts),
  ]
}

/** The stage that the recorded facts amount to. */
export function caseStage(facts: CaseFacts): CaseStage {
  const { head } = facts
  if (head.status.state !== 'open') return head.status.state
  if (head.activatedOn !== null) return 'active'
  const [first] = stageBlocks(facts)
  if (!first) return 'orientation'
  const stages = {
    'conflict-check-missing': 'conflict-check',
    'conflict-declined': 'declined',
    'screening-missing': 'screening',
    'not-suitable': 'not-suitable',
    'instrument-missing': 'agreement',
    'instrument-incomplete': 'agreement',
    'plan-missing': 'orientation',
  } as const
  return stages[first.code]
}

/** What keeps the work closed however far the case has come: a conflict that was found, a parent not suitable. */
export function standingBlocks(head: CaseHead): readonly StandingBlock[] {
  return [...conflictBlocks(head), ...screeningBlocks(head)].filter(
    (block) => block.code === 'conflict-declined' || block.code === 'not-suitable',
  )
}

function conflictBlocks(head: CaseHead): readonly Extract<StageBlock, { code: `conflict-${string}` }>[] {
  if (!head.conflictCheck) return [{ code: 'conflict-check-missing' }]
  return head.conflictCheck.outcome === 'decline' ? [{ code: 'conflict-declined' }] : []
}

function screeningBlocks(
  head: CaseHead,
): readonly Extract<StageBlock, { code: 'screening-missing' | 'not-suitable' }>[] {
  const latest = head.parties.map((party) => ({
    name: party.name,
    screening: head.screenings.findLast((screening) => screening.partyId === party.id),
  }))
  const unsuitable = latest.filter(({ screening }) => screening?.outcome === 'not-suitable')
  if (unsuitable.length > 0) return [{ code: 'not-suitable', parties: unsuitable.map(({ name }) => name) }]
  const missing = latest.filter(({ screening }) => !screening)
  return missing.length > 0 ? [{ code: 'screening-missing', parties: missing.map(({ name }) => name) }] : []
}

function instrumentBlocks(facts: CaseFacts): readonly StageBlock[] {
  if (facts.instruments.length === 0) return [{ code: 'instrument-missing' }]
  const lacking = facts.instruments.map((instrument) =>
    missingParts(instrument, facts.head.parties, facts.today),
  )
  const [least = []] = lacking.toSorted((a, b) => a.length - b.length)
  return least.length > 0 ? [{ code: 'instrument-incomplete', missing: least }] : []
}

function planBlocks(facts: CaseFacts): readonly StageBlock[] {
  return facts.clauseCount === 0 ? [{ code: 'plan-missing' }] : []
}
