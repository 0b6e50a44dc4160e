import type { CaseHead } from '../../domain/case/case.ts'
import type { SessionEntry, SessionHead } from '../../domain/session/session.ts'
import type { LeftOutClass, LeftOutContent, RegimeContent, SessionContent } from '../builders/input.ts'
import { entryWords, methodWords, purposeWords, wordFor } from '../words/records.ts'
import type { Opened } from './case-records.ts'
import { partyLabel } from './matter.ts'
import type { Recipient } from './recipient.ts'

/** A session as a recipient may see it, with what was left out of it. */
export interface FilteredSession {
  readonly content: SessionContent
  readonly leftOut: readonly LeftOutContent[]
}

/**
 * Filters one session for a recipient.
 *
 * Only entries of the tier `shared` that are neither reflections nor struck out ever pass. For the court the regime
 * comes on top: in a CLOSED case no session content goes, in a MIXED one none of facilitation.
 */
export function filterSession(
  session: Opened<'session'>,
  matter: CaseHead,
  regime: RegimeContent,
  recipient: Recipient,
): FilteredSession {
  const { head, body } = session
  const isWithheld = recipient.to === 'court' && isConfidential(head, regime)
  const classed = body.entries.map((entry) => ({ entry, leftOut: leftOutClass(entry, isWithheld) }))
  const shown = classed.filter(({ leftOut }) => leftOut === null).map(({ entry }) => entry)
  return {
    content: {
      ...sessionFacts(head, matter),
      isWithheld,
      entries: shown.map(({ speaker, kind, text }) => ({
        speaker: speakerName(speaker, matter),
        kind: wordFor(entryWords, kind),
        text,
      })),
    },
    leftOut: classed.flatMap(({ leftOut }) => (leftOut === null ? [] : [{ kind: leftOut, count: 1 }])),
  }
}

function isConfidential(head: SessionHead, regime: RegimeContent): boolean {
  // What is not plainly part of the decision phase counts as facilitation.
  return regime === 'closed' || (regime === 'mixed' && head.purpose !== 'review')
}

/** Why an entry may not appear, or null when it may. Anything but a plain shared entry stays in the vault. */
function leftOutClass(entry: SessionEntry, isWithheld: boolean): LeftOutClass | null {
  if (entry.kind === 'reflection') return 'private'
  switch (entry.tier) {
    case 'caucus':
    case 'child':
    case 'protected':
    case 'private':
      return entry.tier
    case 'shared':
      if (entry.struckOut) return 'struck-out'
      return isWithheld ? 'session-content' : null
  }
}

function sessionFacts(head: SessionHead, matter: CaseHead) {
  const others = head.others.trim() === '' ? [] : [head.others]
  return {
    heldOn: head.heldOn,
    startTime: head.startTime,
    minutes: head.minutes,
    method: wordFor(methodWords, head.method),
    purpose: wordFor(purposeWords, head.purpose),
    present: [...head.present.map((id) => partyLabel(matter, id)), ...others],
    isSigned: head.state === 'signed',
  }
}

/** Who spoke: a party by its letter, a child by initials, anyone else as written. */
function speakerName(speaker: string, matter: CaseHead): string {
  if (speaker === 'coordinator') return 'Coordinator'
  if (matter.parties.some(({ id }) => id === speaker)) return partyLabel(matter, speaker)
  const child = matter.children.find(({ id, name }) => id === speaker || name === speaker)
  return child === undefined ? speaker : child.initials
}
