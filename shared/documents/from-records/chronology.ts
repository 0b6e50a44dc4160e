import { dateIn } from '../../domain/time/plain-date.ts'
import type { CaseContent } from '../builders/input.ts'
import {
  endingWords,
  facilitationWords,
  methodWords,
  purposeWords,
  referralWords,
  wordFor,
} from '../words/records.ts'
import type { CaseRecords } from './case-records.ts'
import { partyLabel } from './matter.ts'

type Event = CaseContent['chronology'][number]

/**
 * The events of a case by date. Screening, conflict check, warnings' wording and reasons of a suspension or an
 * end are no part of it: they could tell what a recipient must not learn.
 */
export function chronologyOf(records: CaseRecords): readonly Event[] {
  return [
    ...instrumentEvents(records),
    ...disputeEvents(records),
    ...records.sessions.map(({ head }) => ({
      on: head.heldOn,
      event: `Session: ${wordFor(purposeWords, head.purpose)}`,
      source: wordFor(methodWords, head.method),
    })),
    ...decisionEvents(records),
    ...caseEvents(records),
  ]
}

function instrumentEvents({ instruments, matter }: CaseRecords): readonly Event[] {
  return instruments.flatMap(({ head }) => [
    { on: head.madeOn, event: `${head.kind === 'order' ? 'Order' : 'Agreement'} made`, source: head.title },
    ...head.signatures.map(({ partyId, on }) => ({
      on,
      event: `Signed by ${partyLabel(matter.head, partyId)}`,
      source: head.title,
    })),
    ...(head.enteredOn === null ? [] : [{ on: head.enteredOn, event: 'Order entered', source: head.title }]),
  ])
}

function disputeEvents({ disputes, matter }: CaseRecords): readonly Event[] {
  const label = (partyId: string) => partyLabel(matter.head, partyId)
  return disputes.flatMap(({ head }) => {
    const source = `Issue ${String(head.number)}`
    const { facilitation, referral } = head
    return [
      {
        on: head.raisedOn,
        event: `Issue raised${head.raisedBy === null ? '' : ` by ${label(head.raisedBy)}`}: ${head.title}`,
        source,
      },
      ...head.notices.map(({ partyId, sentAt }) => ({
        on: dayOf(sentAt),
        event: `Notice sent to ${label(partyId)}`,
        source,
      })),
      ...head.answers.map(({ partyId, receivedOn }) => ({
        on: receivedOn,
        event: `Answer received from ${label(partyId)}`,
        source,
      })),
      ...(facilitation === null
        ? []
        : [{ on: facilitation.on, event: wordFor(facilitationWords, facilitation.outcome), source }]),
      ...(referral === null
        ? []
        : [{ on: referral.on, event: `Referred to ${wordFor(referralWords, referral.to)}`, source }]),
    ]
  })
}

function decisionEvents({ decisions, matter }: CaseRecords): readonly Event[] {
  return decisions.flatMap(({ head }) => [
    ...(head.state !== 'issued' || head.oralOn === null
      ? []
      : [{ on: head.oralOn, event: 'Told orally', source: head.title }]),
    ...(head.issuedAt === null
      ? []
      : [{ on: dateIn(matter.head.zone, head.issuedAt), event: 'Issued in writing', source: head.title }]),
  ])
}

function caseEvents({ matter: { head } }: CaseRecords): readonly Event[] {
  const begun =
    head.activatedOn === null
      ? []
      : [{ on: head.activatedOn, event: 'Work began', source: 'Record of the case' }]
  switch (head.status.state) {
    case 'open':
      return begun
    case 'suspended':
      return [...begun, { on: head.status.on, event: 'Work suspended', source: 'Record of the case' }]
    case 'ended':
      return [
        ...begun,
        { on: head.status.on, event: wordFor(endingWords, head.status.how), source: 'Record of the case' },
      ]
  }
}

function dayOf(at: string): string {
  return at.slice(0, 10)
}
