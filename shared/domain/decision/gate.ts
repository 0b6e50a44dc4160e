import { checkInForce, type NotInForce } from '../authority/in-force.ts'
import type { InstrumentHead } from '../authority/instrument.ts'
import type { IssueCode } from '../authority/issue-codes.ts'
import type { CaseHead } from '../case/case.ts'
import { standingBlocks, type StandingBlock } from '../case/stage.ts'
import { endOfDay, everyoneHeard, hearings, type Hearing } from '../dispute/heard.ts'
import type { DisputeHead } from '../dispute/dispute.ts'
import {
  dateIn,
  dateTimeIn,
  findWrongDates,
  instantOf,
  type DateProblem,
  type Instant,
  type PlainDate,
} from '../time/plain-date.ts'
import { findMissingContent, type MissingContent } from './content-rules.ts'
import type { DecisionForm } from './decision.ts'
import { answerTo, findExclusionHits, type ExclusionHit } from './exclusion-scan.ts'
import type { GateMaterial } from './gate-material.ts'
import { checkFees, type FeeProblem } from './fee-rules.ts'
import { findTermProblems, type TermProblem } from './term-rules.ts'

/** What is wrong behind a gate item; the catalogue has a sentence for each. */
export type GateProblem =
  | { readonly code: 'instrument-missing' }
  | NotInForce
  | { readonly code: 'case-not-active' }
  | { readonly code: 'case-suspended' }
  | { readonly code: 'case-ended' }
  | StandingBlock
  | { readonly code: 'not-ticked'; readonly issue: IssueCode }
  | ({ readonly code: 'exclusion-unanswered' } & ExclusionHit)
  | ({ readonly code: 'excluded' } & ExclusionHit)
  | { readonly code: 'issue-excluded'; readonly issue: IssueCode }
  | { readonly code: 'no-clause' }
  | { readonly code: 'silence-unexplained' }
  | TermProblem
  | { readonly code: 'no-power-to-decide' }
  | (Hearing & { readonly code: 'not-heard' })
  | { readonly code: 'facilitation-missing' }
  | { readonly code: 'issue-agreed' }
  | { readonly code: 'issue-referred' }
  | MissingContent
  | DateProblem
  | { readonly code: 'dated-in-future'; readonly date: PlainDate }
  | { readonly code: 'dated-before-impasse'; readonly date: PlainDate }
  /** Told after it was written, or in force before it was told: neither can be. */
  | { readonly code: 'told-after-written'; readonly date: PlainDate }
  | { readonly code: 'effective-before-made'; readonly date: PlainDate }
  | { readonly code: 'deadline-unasked'; readonly label: string; readonly deadlineId: string }
  | FeeProblem

/** The tests of the gate, in the order in which they are shown. */
export const gateCodes = [
  'instrument-in-force',
  'case-active',
  'issue-ticked',
  'not-excluded',
  'plan-cited',
  'minor-and-temporary',
  'authority-type',
  'both-heard',
  'facilitation-tried',
  'fees-allowed',
  'dates-right',
  'deadlines-asked',
  'content-complete',
] as const

export type GateCode = (typeof gateCodes)[number]

export interface GateItem {
  readonly code: GateCode
  readonly isOpen: boolean
  readonly problems: readonly GateProblem[]
}

/**
 * Tells what still stands between a draft and its issue. Every item must be open.
 *
 * The date that counts is the one the decision is written, or told where it was told first; a draft without one is
 * judged as of `now` in the zone of the case. Nothing that came after that date helps: a decision dated before a
 * parent's time was over did not hear that parent. A correction of an issued decision keeps the hearing and the
 * facilitation of the decision it corrects.
 */
export function checkGate(material: GateMaterial, now: Instant): readonly GateItem[] {
  const { matter, instrument } = material
  const today = dateIn(matter.zone, now)
  const on = material.writtenOn ?? today
  const problems: Readonly<Record<GateCode, readonly GateProblem[]>> = {
    'instrument-in-force': inForceProblems(instrument, matter, [material.oralOn ?? on, on, today]),
    'case-active': caseProblems(matter),
    'issue-ticked': tickProblems(instrument, material.dispute.issue),
    'not-excluded': exclusionProblems(material),
    'plan-cited': planProblems(material),
    'minor-and-temporary': instrument
      ? findTermProblems(material.content.terms, instrument.decisionType)
      : [],
    'authority-type': authorityProblems(material),
    'both-heard': material.isCorrection ? [] : hearingProblems(material, now),
    'facilitation-tried': material.isCorrection ? [] : facilitationProblems(material.dispute),
    'fees-allowed': instrument ? checkFees(material.content, instrument, matter, on) : [],
    'dates-right': dateProblems(material, on, today),
    'deadlines-asked': deadlineProblems(instrument),
    'content-complete': findMissingContent(material),
  }
  return gateCodes.map((code) => ({ code, isOpen: problems[code].length === 0, problems: problems[code] }))
}

/** The form that the authority of the case allows: without power to decide, a decision is a recommendation. */
export function formFor(instrument: InstrumentHead | null): DecisionForm {
  const decides =
    instrument?.decisionType === 'decide-binding' || instrument?.decisionType === 'decide-temporary'
  return decides ? 'decision' : 'recommendation'
}

function inForceProblems(
  instrument: InstrumentHead | null,
  matter: CaseHead,
  days: readonly PlainDate[],
): readonly GateProblem[] {
  if (!instrument) return [{ code: 'instrument-missing' }]
  // Every day must lie in the term: after it has ended nothing may be issued with an earlier date.
  const checks = days.map((day) => checkInForce(instrument, matter.parties, day))
  const [failed] = checks.filter((check) => !check.ok)
  return failed && !failed.ok ? [failed.error] : []
}

function caseProblems(matter: CaseHead): readonly GateProblem[] {
  if (matter.status.state === 'suspended') return [{ code: 'case-suspended' }]
  if (matter.status.state === 'ended') return [{ code: 'case-ended' }]
  if (matter.activatedOn === null) return [{ code: 'case-not-active' }]
  return standingBlocks(matter)
}

function tickProblems(instrument: InstrumentHead | null, issue: IssueCode): readonly GateProblem[] {
  return instrument?.issues.includes(issue) ? [] : [{ code: 'not-ticked', issue }]
}

function exclusionProblems({ instrument, content, dispute }: GateMaterial): readonly GateProblem[] {
  if (!instrument) return []
  const byIssue: readonly GateProblem[] =
    dispute.issue === 'I-09' && instrument.exclusions.includes('X-09')
      ? [{ code: 'issue-excluded', issue: dispute.issue }]
      : []
  const byWords = findExclusionHits(content.terms, instrument).flatMap((hit): readonly GateProblem[] => {
    const answer = answerTo(hit, content)
    if (!answer) return [{ code: 'exclusion-unanswered', ...hit }]
    return answer.isExcluded ? [{ code: 'excluded', ...hit }] : []
  })
  return [...byIssue, ...byWords]
}

function planProblems({ dispute, disputeBody }: GateMaterial): readonly GateProblem[] {
  if (dispute.clauseIds.length > 0) return []
  if (!dispute.planIsSilent) return [{ code: 'no-clause' }]
  return disputeBody.silentReason.trim() ? [] : [{ code: 'silence-unexplained' }]
}

function authorityProblems({ form, instrument }: GateMaterial): readonly GateProblem[] {
  return form === 'decision' && formFor(instrument) !== 'decision' ? [{ code: 'no-power-to-decide' }] : []
}

function hearingProblems(material: GateMaterial, now: Instant): readonly GateProblem[] {
  const { dispute, matter } = material
  const states = hearings(dispute, matter.parties, heardUntil(material, now), matter.zone)
  if (everyoneHeard(states)) return []
  return states
    .filter(({ state }) => state === 'no-notice' || state === 'window-open')
    .map((state) => ({ code: 'not-heard', ...state }))
}

/** Now, or the end of the day that the decision bears when that is over already. */
function heardUntil({ matter, oralOn, writtenOn }: GateMaterial, now: Instant): Instant {
  const decidedOn = oralOn ?? writtenOn
  if (decidedOn === null || endOfDay(decidedOn) > dateTimeIn(matter.zone, now)) return now
  return instantOf(matter.zone, endOfDay(decidedOn))
}

function facilitationProblems({ facilitation, referral }: DisputeHead): readonly GateProblem[] {
  if (referral) return [{ code: 'issue-referred' }]
  if (!facilitation) return [{ code: 'facilitation-missing' }]
  return facilitation.outcome === 'agreed' ? [{ code: 'issue-agreed' }] : []
}

function dateProblems(material: GateMaterial, on: PlainDate, today: PlainDate): readonly GateProblem[] {
  const { content, dispute, disputeBody } = material
  const texts = [
    content.issueSubmitted,
    content.information,
    content.findings,
    content.reasons,
    content.unchanged,
    content.feesText,
    content.correctionNote,
    disputeBody.question,
    disputeBody.attempts,
    ...disputeBody.positions.map(({ text }) => text),
    ...content.terms.map(({ text }) => text),
    ...content.notDecided.flatMap(({ text, reason }) => [text, reason]),
  ]
  const problems: GateProblem[] = texts.flatMap((text) => findWrongDates(text))
  if (on > today) problems.push({ code: 'dated-in-future', date: on })
  const decidedOn = material.oralOn ?? on
  const triedOn = dispute.facilitation?.on
  if (triedOn && decidedOn < triedOn) problems.push({ code: 'dated-before-impasse', date: triedOn })
  if (decidedOn > on) problems.push({ code: 'told-after-written', date: decidedOn })
  if (material.effectiveOn !== null && material.effectiveOn < decidedOn)
    problems.push({ code: 'effective-before-made', date: material.effectiveOn })
  return problems
}

function deadlineProblems(instrument: InstrumentHead | null): readonly GateProblem[] {
  return (instrument?.deadlines ?? [])
    .filter(({ state }) => state === 'to-ask')
    .map(({ label, id }) => ({ code: 'deadline-unasked', label, deadlineId: id }))
}
