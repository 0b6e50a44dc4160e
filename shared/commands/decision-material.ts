import { documentTitleFor, printableReview } from '../domain/authority/profile.ts'
import type { DecisionBody, IssuedSnapshot } from '../domain/decision/decision.ts'
import { checkGate, type GateItem } from '../domain/decision/gate.ts'
import type { GateMaterial } from '../domain/decision/gate-material.ts'
import type { DisputeBody, DisputeHead } from '../domain/dispute/dispute.ts'
import type { Clause } from '../domain/plan/plan.ts'
import { ok } from '../domain/result.ts'
import type { RecordEntry } from '../records/record.ts'
import type { CommandContext } from './command.ts'
import { bodyOf, caseOf, find, type Found } from './lookup.ts'
import { practiceOf } from './practice.ts'
import { profileOf } from './profiles.ts'

/** A draft with every record it rests on, bodies opened. */
export interface DecisionSetting {
  readonly decision: RecordEntry<'decision'>
  readonly body: DecisionBody
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
  readonly disputeBody: DisputeBody
  readonly instrument: RecordEntry<'instrument'> | null
  readonly clauses: readonly Clause[]
}

/** Collects a decision and what it rests on. */
export async function settingOf(
  context: CommandContext,
  decisionId: string,
): Promise<Found<DecisionSetting>> {
  const decision = find(context, 'decision', decisionId)
  if (!decision.ok) return decision
  const matter = caseOf(context, decision.value)
  if (!matter.ok) return matter
  const dispute = find(context, 'dispute', decision.value.head.disputeId)
  if (!dispute.ok) return dispute
  const plans = await Promise.all(
    context.records.list('plan', matter.value.id).map((plan) => bodyOf(context, plan)),
  )
  return ok({
    decision: decision.value,
    body: await bodyOf(context, decision.value),
    matter: matter.value,
    dispute: dispute.value,
    disputeBody: await bodyOf(context, dispute.value),
    instrument: instrumentFor(context, decision.value),
    clauses: plans.flatMap((plan) => plan.clauses),
  })
}

/** The gate of a draft, as of the context's now. */
export async function gateOf(
  context: CommandContext,
  setting: DecisionSetting,
): Promise<readonly GateItem[]> {
  return Promise.resolve(checkGate(gateMaterial(context, setting), context.now))
}

/** What the gate looks at, from the records. */
export function gateMaterial(context: CommandContext, setting: DecisionSetting): GateMaterial {
  const { decision, body, matter, dispute, disputeBody, instrument } = setting
  return {
    matter: matter.head,
    instrument: instrument?.head ?? null,
    dispute: dispute.head,
    disputeBody,
    form: decision.head.form,
    content: body.content,
    oralOn: decision.head.oralOn,
    writtenOn: decision.head.writtenOn,
    effectiveOn: decision.head.effectiveOn,
    signatory: practiceOf(context.records),
    hasReviewText: reviewTextOf(setting) !== '',
    isCorrection: decision.head.corrects !== null,
  }
}

/** How a decision of this case is reviewed: the user's own words for the instrument, else the profile's verified ones. */
export function reviewTextOf({ instrument, matter }: DecisionSetting): string {
  const own = instrument?.head.reviewText.trim() ?? ''
  return own || printableReview(profileOf(matter.head.profileId))
}

/** The word for this document, without its number: the user's own for the instrument, else the profile's. */
export function titleWordOf({ instrument, matter, decision }: DecisionSetting): string {
  const own = instrument?.head.documentTitle.trim() ?? ''
  const type =
    decision.head.form === 'recommendation' ? 'recommend' : (instrument?.head.decisionType ?? 'none')
  return own && decision.head.form === 'decision'
    ? own
    : documentTitleFor(profileOf(matter.head.profileId), type)
}

/** Freezes everything the printed document says that is not in the draft itself. */
export function snapshotOf(context: CommandContext, setting: DecisionSetting): IssuedSnapshot {
  const { matter, dispute, disputeBody, instrument } = setting
  const practice = practiceOf(context.records)
  const { parties, children, court, zone, profileId } = matter.head
  const raisedBy = parties.find((party) => party.id === dispute.head.raisedBy)
  return {
    signatory: {
      name: practice.coordinatorName,
      credentials: practice.credentials,
      contact: [practice.practiceName, practice.contact].filter(Boolean).join(' · '),
      place: practice.place,
    },
    parties: parties.map(({ id, letter, name, initials }) => ({ id, letter, name, initials })),
    children: children.map(({ name, initials, birthYear }) => ({ name, initials, birthYear })),
    court,
    instrument: instrumentSnapshot(instrument),
    documentTitle: titleWordOf(setting),
    profileId,
    reviewText: reviewTextOf(setting),
    deadlines: (instrument?.head.deadlines ?? []).map(({ label, days, state }) => ({ label, days, state })),
    issue: {
      code: dispute.head.issue,
      question: disputeBody.question,
      raisedBy: raisedBy?.name ?? '',
      raisedOn: dispute.head.raisedOn,
    },
    clauses: citedClauses(setting),
    silentReason: dispute.head.planIsSilent ? disputeBody.silentReason : '',
    attempts: attemptsOf(dispute.head, disputeBody.attempts),
    facilitation: dispute.head.facilitation
      ? { outcome: dispute.head.facilitation.outcome, on: dispute.head.facilitation.on }
      : null,
    heard: heardParties(dispute.head),
    positions: disputeBody.positions.map(({ partyId, text }) => ({ partyId, text })),
    feeSplit: instrument?.head.feeSplit.map(({ partyId, percent }) => ({ partyId, percent })) ?? [],
    zone,
  }
}

function citedClauses({ dispute, clauses }: DecisionSetting): IssuedSnapshot['clauses'] {
  return dispute.head.clauseIds.flatMap((id) =>
    clauses
      .filter((clause) => clause.id === id)
      .map(({ citation, heading, text }) => ({ citation, heading, text })),
  )
}

function heardParties({ notices, answers }: DisputeHead): IssuedSnapshot['heard'] {
  return notices.map(({ partyId, sentAt, answerBy }) => ({
    partyId,
    noticeAt: sentAt,
    answerBy,
    receivedOn: answers.find((answer) => answer.partyId === partyId)?.receivedOn ?? null,
  }))
}

function instrumentSnapshot(instrument: RecordEntry<'instrument'> | null): IssuedSnapshot['instrument'] {
  const head = instrument?.head
  return {
    kind: head?.kind ?? 'agreement',
    title: head?.title ?? '',
    madeOn: head?.madeOn ?? '1970-01-01',
    clause: head?.clause ?? '',
    termStart: head?.term.start ?? '1970-01-01',
    termEnd: head?.term.end ?? null,
    regime: head?.regime ?? 'open',
    decisionType: head?.decisionType ?? 'none',
  }
}

/** The instrument a decision rests on: the one it was drafted under, else the one recorded last in the case. */
export function instrumentFor(
  context: CommandContext,
  decision: RecordEntry<'decision'>,
): RecordEntry<'instrument'> | null {
  const instruments = context.records.list('instrument', decision.caseId ?? '')
  const chosen = instruments.find(({ id }) => id === decision.head.instrumentId)
  return chosen ?? instruments.at(-1) ?? null
}

/** What was tried; of an issue that could not wait, why not. */
function attemptsOf({ facilitation }: DisputeHead, attempts: string): string {
  return attempts.trim() === '' && facilitation?.outcome === 'urgent' ? facilitation.reason : attempts
}
