import type { DocumentModel } from '../model.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import type { PlainDate } from '../../domain/time/plain-date.ts'
import type { ChildContent, MatterContent, PracticeContent, RegimeContent } from './input.ts'

/** Practice block: name, credentials and role, practice, contact; empty parts are dropped. */
export function letterhead(practice: PracticeContent): readonly string[] {
  const contact = practice.contact.split('\n').map((line) => line.trim())
  return [
    practice.name,
    joined([practice.credentials, practice.role]),
    practice.practiceName,
    ...contact,
  ].filter((line) => line !== '')
}

/**
 * Style of cause: court, registry and file number, or "In the matter of the parenting of ..." where there is no court
 * file; then the parties and the children by initials and year of birth.
 */
export function styleOfCause(matter: MatterContent, agreementDate: PlainDate | null): readonly string[] {
  const children = matter.children.map(childName)
  const { court } = matter
  const head =
    court === null
      ? [noCourtFile(children, agreementDate)]
      : [court.name, court.registry, court.fileNumber === '' ? '' : `File number: ${court.fileNumber}`]
  const parties = matter.parties.map(({ label, name }) => `${name}, ${label}`)
  const about =
    court === null || children.length === 0
      ? []
      : [`${children.length === 1 ? 'Child' : 'Children'}: ${children.join('; ')}`]
  return [...head, ...parties, ...about].filter((line) => line !== '')
}

/** The confidentiality regime of the case in words, as every footer prints it. */
export const legends = {
  open: 'Not confidential: may be filed with the court',
  mixed: 'May be filed with the court; what was said in facilitation is confidential',
  closed: 'Confidential: do not file except as the order, the agreement or the law allows',
} as const satisfies Record<RegimeContent, string>

/** What every model shares: language, sheet, letterhead and caption. */
export function furniture(
  practice: PracticeContent,
  matter: MatterContent,
  agreementDate: PlainDate | null,
): Pick<DocumentModel, 'language' | 'page' | 'letterhead' | 'caption' | 'warnings'> {
  return {
    language: matter.language,
    page: { size: practice.paperSize, density: 'normal' },
    letterhead: letterhead(practice),
    caption: styleOfCause(matter, agreementDate),
    warnings: [],
  }
}

function noCourtFile(children: readonly string[], agreementDate: PlainDate | null): string {
  const about = children.length === 0 ? 'the parties named below' : children.join(' and ')
  const under =
    agreementDate === null ? '' : `; under a service agreement dated ${formatLongDate(agreementDate)}`
  return `In the matter of the parenting of ${about}${under}`
}

function childName({ initials, birthYear }: ChildContent): string {
  return birthYear === null ? initials : `${initials} (born ${String(birthYear)})`
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}
