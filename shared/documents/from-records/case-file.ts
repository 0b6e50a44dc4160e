import type { CommandContext } from '../../commands/command.ts'
import type { Found } from '../../commands/lookup.ts'
import { exclusionNames, issueNames } from '../../domain/authority/issue-codes.ts'
import { ok } from '../../domain/result.ts'
import { dateIn } from '../../domain/time/plain-date.ts'
import { regimeOf } from '../builders/case-file.ts'
import type {
  AgreementContent,
  CaseContent,
  LeftOutContent,
  OperativeContent,
  RegimeContent,
} from '../builders/input.ts'
import { disputeWords, wordFor } from '../words/records.ts'
import { caseRecordsOf, type CaseRecords } from './case-records.ts'
import { chronologyOf } from './chronology.ts'
import { operativeContentOf } from './decision.ts'
import { instrumentContent, matterContent, partyLabel, practiceContent } from './matter.ts'
import type { Recipient } from './recipient.ts'
import { filterSession } from './sessions.ts'

/**
 * Collects what the case file of one recipient may show, by the matrix of data classes: shared entries of sessions as
 * far as the regime lets them go, issued decisions, papers shared with both parents. Everything else is counted.
 */
export async function caseContentOf(
  context: CommandContext,
  caseId: string,
  recipient: Recipient,
): Promise<Found<CaseContent>> {
  const records = await caseRecordsOf(context, caseId)
  return records.ok ? ok(await caseContent(context, records.value, recipient)) : records
}

async function caseContent(
  context: CommandContext,
  records: CaseRecords,
  recipient: Recipient,
): Promise<CaseContent> {
  const { matter, practice } = records
  const regime = caseRegime(records)
  const sessions = records.sessions.map((session) => filterSession(session, matter.head, regime, recipient))
  const agreements = agreementsOf(records)
  const mayShowAgreements = recipient.to !== 'court' || regime !== 'closed'
  return {
    practice: practiceContent(practice, matter.head.profileId),
    matter: matterContent(matter.head),
    recipient: recipient.to === 'court' || recipient.to === 'coordinator' ? recipient.to : 'parents',
    recipientName: recipientName(records, recipient),
    preparedOn: dateIn(matter.head.zone, context.now),
    status: 'issued',
    instruments: records.instruments.map(({ head }) => ({
      ...instrumentContent(head),
      issues: head.issues.map((code) => `${code} ${issueNames[code]}`),
      exclusions: [
        ...head.exclusions.map((code) => `${code} ${exclusionNames[code]}`),
        ...head.contractExclusions.map(({ text }) => text),
      ],
    })),
    chronology: chronologyOf(records),
    issues: issuesOf(records),
    decisions: await decisionsOf(context, records),
    agreements: mayShowAgreements ? agreements : [],
    sessions: sessions.map(({ content }) => content),
    documents: documentsOf(records),
    leftOut: [
      ...sessions.flatMap(({ leftOut }) => leftOut),
      ...(mayShowAgreements ? [] : [{ kind: 'facilitation-agreements' as const, count: agreements.length }]),
      ...leftOutOf(records),
    ],
  }
}

/** The strictest regime of the case; without any order or agreement nothing is known, so the strictest of all. */
export function caseRegime({ instruments }: Pick<CaseRecords, 'instruments'>): RegimeContent {
  return instruments.length === 0
    ? 'closed'
    : regimeOf({ instruments: instruments.map(({ head }) => instrumentFacts(head)) })
}

function instrumentFacts(head: CaseRecords['instruments'][number]['head']) {
  return { ...instrumentContent(head), issues: [], exclusions: [] }
}

function recipientName({ matter }: CaseRecords, recipient: Recipient): string | null {
  switch (recipient.to) {
    case 'parent':
      return partyLabel(matter.head, recipient.partyId)
    case 'both-parents':
      return 'Both parents'
    case 'court':
      return matter.head.court?.name ?? 'The court'
    case 'coordinator':
      return null
  }
}

function issuesOf({ disputes, matter }: CaseRecords): CaseContent['issues'] {
  return disputes.map(({ head }) => ({
    number: head.number,
    title: head.title,
    subject: `${head.issue} ${issueNames[head.issue]}`,
    raisedBy: head.raisedBy === null ? 'The coordinator' : partyLabel(matter.head, head.raisedBy),
    raisedOn: head.raisedOn,
    outcome: wordFor(disputeWords, head.status),
  }))
}

async function decisionsOf(
  context: CommandContext,
  { decisions }: CaseRecords,
): Promise<readonly OperativeContent[]> {
  const issued = decisions.filter(({ head }) => head.state === 'issued')
  const inOrder = issued.toSorted((a, b) => ((a.head.issuedAt ?? '') < (b.head.issuedAt ?? '') ? -1 : 1))
  const contents = await Promise.all(inOrder.map(({ id }) => operativeContentOf(context, id)))
  return contents.flatMap((content) => (content.ok ? [content.value] : []))
}

function agreementsOf({ disputes }: CaseRecords): readonly AgreementContent[] {
  return disputes.flatMap(({ head, body }) =>
    body.agreedTerms.length === 0
      ? []
      : [{ subject: head.title, on: head.facilitation?.on ?? head.raisedOn, terms: body.agreedTerms }],
  )
}

function documentsOf({ attachments, matter }: CaseRecords): CaseContent['documents'] {
  return attachments
    .filter(({ head }) => head.tier === 'shared')
    .map(({ head }) => ({
      title: head.title,
      receivedOn: head.receivedOn,
      from: head.fromPartyId === null ? '' : partyLabel(matter.head, head.fromPartyId),
    }))
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
}

function leftOutOf({ matter, decisions, attachments }: CaseRecords): readonly LeftOutContent[] {
  const { contacts, privateNote, screeningNotes } = matter.body
  const count = (items: readonly unknown[]) => items.length
  const left: readonly LeftOutContent[] = [
    { kind: 'private-note', count: privateNote.trim() === '' ? 0 : 1 },
    { kind: 'screening', count: count(screeningNotes.filter(({ text }) => text.trim() !== '')) },
    { kind: 'contact', count: count(contacts) },
    { kind: 'draft', count: count(decisions.filter(({ head }) => head.state === 'draft')) },
    { kind: 'attachment', count: count(attachments.filter(({ head }) => head.tier !== 'shared')) },
  ]
  return left.filter((each) => each.count > 0)
}
