import type { CaseHead } from '../../domain/case/case.ts'
import type { InstrumentHead } from '../../domain/authority/instrument.ts'
import type { PracticeHead } from '../../domain/practice/practice.ts'
import type { InstrumentContent, MatterContent, PracticeContent } from '../builders/input.ts'
import { roleWords, usualRole } from '../words/records.ts'

/** The practice block, with the role that the profile of the case gives. */
export function practiceContent(practice: PracticeHead, profileId: string): PracticeContent {
  const role = roleWords[profileId] ?? usualRole
  const { coordinatorName: name, credentials, practiceName, contact, place, paperSize } = practice
  // Many write their role among their credentials: it is printed once.
  const isRoleNamed = credentials.toLowerCase().includes(role.toLowerCase())
  return { name, credentials, practiceName, role: isRoleNamed ? '' : role, contact, place, paperSize }
}

/** The caption of a case: names of the parties, children by initials and year of birth. */
export function matterContent(head: CaseHead): MatterContent {
  const { court } = head
  return {
    court:
      court === null ? null : { name: court.name, registry: court.registry, fileNumber: court.fileNumber },
    parties: head.parties.map(({ id, name }) => ({ label: partyLabel(head, id), name })),
    children: head.children.map(({ initials, birthYear }) => ({ initials, birthYear })),
    zone: head.zone,
    language: languageOf(head.profileId),
  }
}

/** "Parent A"; "Party C" for a person with a right in the plan who is not a parent. */
export function partyLabel(head: Pick<CaseHead, 'parties'>, partyId: string): string {
  const party = head.parties.find(({ id }) => id === partyId)
  if (party === undefined) return 'A party'
  return `${party.role === 'parent' ? 'Parent' : 'Party'} ${party.letter}`
}

/** What a document may say of an order or agreement. */
export function instrumentContent(head: InstrumentHead): InstrumentContent {
  const { kind, title, madeOn, clause, term, regime, decisionType } = head
  return { kind, title, madeOn, clause, termStart: term.start, termEnd: term.end, regime, decisionType }
}

/** Language of the documents of a case, by the country of its profile. */
export function languageOf(profileId: string): string {
  if (profileId.startsWith('ca-')) return 'en-CA'
  return profileId.startsWith('us-') ? 'en-US' : 'en'
}
