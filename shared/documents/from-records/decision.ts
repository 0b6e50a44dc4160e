import type { CommandContext } from '../../commands/command.ts'
import { settingOf, snapshotOf, titleWordOf, type DecisionSetting } from '../../commands/decision-material.ts'
import { find, type Found } from '../../commands/lookup.ts'
import { practiceOf } from '../../commands/practice.ts'
import { issueNames } from '../../domain/authority/issue-codes.ts'
import type { DecisionHead, IssuedSnapshot } from '../../domain/decision/decision.ts'
import { ok } from '../../domain/result.ts'
import { addDays, dateIn } from '../../domain/time/plain-date.ts'
import type {
  DeadlineContent,
  DecisionContent,
  InstrumentContent,
  MatterContent,
  OperativeContent,
  ParentsSummaryContent,
  PracticeContent,
  RegimeContent,
} from '../builders/input.ts'
import { facilitationWords, wordFor } from '../words/records.ts'
import { calculationContent } from './calculations.ts'
import { feesText } from './fees.ts'
import { languageOf, partyLabel, practiceContent } from './matter.ts'

/** A decision with the facts it is printed from: as they were on the day of issue, or as they are now for a draft. */
interface Printed {
  readonly context: CommandContext
  readonly setting: DecisionSetting
  readonly snapshot: IssuedSnapshot
}

/** Collects what the decision document may show. An issued decision is printed from what was frozen at issue. */
export async function decisionContentOf(
  context: CommandContext,
  decisionId: string,
): Promise<Found<DecisionContent>> {
  const printed = await printedOf(context, decisionId)
  return printed.ok ? ok(decisionContent(printed.value)) : printed
}

/** Collects what the parents' page may show, from the same record as the decision. */
export async function summaryContentOf(
  context: CommandContext,
  decisionId: string,
): Promise<Found<ParentsSummaryContent>> {
  const found = await printedOf(context, decisionId)
  if (!found.ok) return found
  const { snapshot } = found.value
  return ok({
    ...operative(found.value),
    practice: practiceBlock(found.value),
    matter: matterOf(found.value),
    regime: regimeOf(snapshot),
    childFirstNames: snapshot.children.map(({ name, initials }) => name.trim().split(/\s+/)[0] ?? initials),
  })
}

/** What the case file quotes of a decision. */
export async function operativeContentOf(
  context: CommandContext,
  decisionId: string,
): Promise<Found<OperativeContent>> {
  const printed = await printedOf(context, decisionId)
  return printed.ok ? ok(operative(printed.value)) : printed
}

async function printedOf(context: CommandContext, decisionId: string): Promise<Found<Printed>> {
  const setting = await settingOf(context, decisionId)
  if (!setting.ok) return setting
  const snapshot = setting.value.body.issued ?? snapshotOf(context, setting.value)
  return ok({ context, setting: setting.value, snapshot })
}

function decisionContent(printed: Printed): DecisionContent {
  const { context, setting, snapshot } = printed
  const { head } = setting.decision
  const { content } = setting.body
  return {
    ...operative(printed),
    practice: practiceBlock(printed),
    matter: matterOf(printed),
    instrument: instrumentOf(snapshot),
    version: 1,
    oralOn: head.oralOn,
    corrects: titleOf(context, head.corrects),
    correctionNote: head.corrects === null ? '' : content.correctionNote,
    supersededBy: titleOf(context, head.correctedBy),
    issue: { ...pickIssue(snapshot), name: issueName(snapshot.issue.code) },
    clauses: snapshot.clauses.map(({ citation, heading, text }) => ({ citation, heading, text })),
    silentReason: snapshot.silentReason,
    attempts: regimeOf(snapshot) === 'closed' ? '' : snapshot.attempts,
    facilitation: facilitationOf(snapshot),
    heard: snapshot.heard.map(({ partyId, noticeAt, answerBy, receivedOn }) => ({
      label: partyLabel(setting.matter.head, partyId),
      noticeAt,
      answerBy,
      receivedOn,
    })),
    positions: snapshot.positions.map(({ partyId, text }) => ({
      label: partyLabel(setting.matter.head, partyId),
      text,
    })),
    information: content.information,
    findings: content.findings,
    calculations: content.calculations.map((each) =>
      calculationContent(each, setting.matter.head, snapshot.zone),
    ),
    reasons: content.reasons,
    fees: feesText(content, snapshot, setting.matter.head),
    delivery: content.delivery.map(({ to, how, at }) => ({ to, how, at })),
    signedAt: content.signedAt,
  }
}

function operative({ context, setting, snapshot }: Printed): OperativeContent {
  const { head } = setting.decision
  const { content } = setting.body
  return {
    form: head.form,
    title: head.title === '' ? titleWordOf(setting) : head.title,
    status: head.state,
    writtenOn: head.writtenOn,
    effectiveOn: head.effectiveOn,
    asked: content.issueSubmitted.trim() === '' ? snapshot.issue.question : content.issueSubmitted,
    terms: content.terms.map(({ text, duration, overnights }, index) => ({
      number: `${String(index + 1)}.`,
      text,
      timing: duration,
      overnights: overnights === null ? null : { before: overnights.before, after: overnights.after },
    })),
    notDecided: content.notDecided.map(({ text, reason }) => ({ text, reason })),
    unchanged: content.unchanged,
    reviewText: snapshot.reviewText,
    deadlines: deadlinesOf(snapshot, head, context.zone),
  }
}

function practiceBlock({ context, snapshot }: Printed): PracticeContent {
  const live = practiceContent(practiceOf(context.records), snapshot.profileId)
  const { name, credentials, contact, place } = snapshot.signatory
  const isRoleNamed = live.role === '' || credentials.toLowerCase().includes(live.role.toLowerCase())
  return { ...live, name, credentials, contact, place, practiceName: '', role: isRoleNamed ? '' : live.role }
}

function matterOf({ setting, snapshot }: Printed): MatterContent {
  const { court } = snapshot
  return {
    court:
      court === null ? null : { name: court.name, registry: court.registry, fileNumber: court.fileNumber },
    parties: snapshot.parties.map(({ id, name }) => ({ label: partyLabel(setting.matter.head, id), name })),
    children: snapshot.children.map(({ initials, birthYear }) => ({ initials, birthYear })),
    zone: snapshot.zone,
    language: languageOf(snapshot.profileId),
  }
}

function instrumentOf({ instrument }: IssuedSnapshot): InstrumentContent | null {
  if (instrument.title === '' && instrument.clause === '' && instrument.madeOn === NO_INSTRUMENT) return null
  return {
    kind: instrument.kind === 'order' ? 'order' : 'agreement',
    title: instrument.title,
    madeOn: instrument.madeOn,
    clause: instrument.clause,
    termStart: instrument.termStart,
    termEnd: instrument.termEnd,
    regime: asRegime(instrument.regime),
    decisionType: asDecisionType(instrument.decisionType),
  }
}

// The day that stands in a snapshot of a case without any order or agreement.
const NO_INSTRUMENT = '1970-01-01'

function regimeOf({ instrument }: IssuedSnapshot): RegimeContent {
  return asRegime(instrument.regime)
}

function asRegime(code: string): RegimeContent {
  // A regime of a later version is treated as the strictest one.
  return code === 'open' || code === 'mixed' ? code : 'closed'
}

function asDecisionType(code: string): InstrumentContent['decisionType'] {
  return code === 'recommend' || code === 'decide-temporary' || code === 'decide-binding' ? code : 'none'
}

function pickIssue({ issue }: IssuedSnapshot) {
  return { code: issue.code, question: issue.question, raisedBy: issue.raisedBy, raisedOn: issue.raisedOn }
}

function issueName(code: string): string {
  return wordFor(issueNames, code) === code ? '' : wordFor(issueNames, code)
}

function facilitationOf({ facilitation }: IssuedSnapshot) {
  return facilitation === null
    ? null
    : { outcome: wordFor(facilitationWords, facilitation.outcome), on: facilitation.on }
}

function titleOf(context: CommandContext, id: string | null): string | null {
  if (id === null) return null
  const decision = find(context, 'decision', id)
  return decision.ok && decision.value.head.state === 'issued' ? decision.value.head.title : null
}

// Only a number that was checked is printed, and a last day only where the count runs from issue; what belongs to
// another moment of the case, such as the appointment, is no business of a decision.
function deadlinesOf(snapshot: IssuedSnapshot, head: DecisionHead, zone: string): readonly DeadlineContent[] {
  const issuedOn = head.issuedAt === null ? head.writtenOn : dateIn(snapshot.zone || zone, head.issuedAt)
  return snapshot.deadlines
    .filter(({ label }) => !/appoint/i.test(label))
    .map(({ label, days, state }) => {
      const known = state === 'checked' ? days : null
      const runsFromIssue = /from (?:the )?(?:day of )?issue/i.test(label)
      return {
        label,
        days: known,
        lastDay: known === null || issuedOn === null || !runsFromIssue ? null : addDays(issuedOn, known),
      }
    })
}
