import type { CommandContext } from '../../commands/command.ts'
import type { Contact } from '../../domain/case/case.ts'
import type { SessionEntry } from '../../domain/session/session.ts'
import { comparableWords } from '../leak-words.ts'
import type { LeakClass, ProtectedValue } from '../leak-check.ts'
import type { CaseRecords } from './case-records.ts'
import { addressValues } from './protected-places.ts'

/**
 * Everything of a case, and the names of all other families, that must not appear in a document of this case.
 *
 * `isForCourt` adds what regime and filing forbid: offers made in a CLOSED or MIXED case.
 */
export function protectedValuesOf(
  context: CommandContext,
  records: CaseRecords,
  { withholdsOffers }: { readonly withholdsOffers: boolean },
): readonly ProtectedValue[] {
  const { matter, sessions, attachments } = records
  const safe = placesThatMayAppear(records)
  return [
    ...matter.body.contacts.flatMap((contact) => contactValues(contact, safe)),
    passage('P1', 'private-note', matter.body.privateNote),
    ...matter.body.screeningNotes.map(({ text }) => passage('P3', 'screening', text)),
    // Short ones, such as "shuttle only", are words that every document of the case needs.
    ...matter.head.screenings
      .filter(({ modifications }) => comparableWords(modifications).length >= 5)
      .map(({ modifications }) => passage('P3', 'screening-result', modifications)),
    ...sessions.flatMap(({ body }) => body.entries.flatMap((entry) => entryValues(entry, withholdsOffers))),
    ...attachments
      .filter(({ head }) => head.tier !== 'shared')
      .flatMap(({ head }) => [
        nameOf(tierClasses[head.tier], 'attachment-name', stem(head.fileName)),
        nameOf(tierClasses[head.tier], 'attachment-title', head.title),
      ]),
    ...matter.head.children
      .filter(({ name, initials }) => name !== initials && /\s/.test(name.trim()))
      .map(({ name }) => value('P7', 'child-name', name)),
    ...otherFamilies(context, records),
  ].filter(({ value: text }) => text.trim() !== '')
}

const tierClasses = {
  shared: 'P9',
  caucus: 'caucus',
  child: 'P2',
  protected: 'P0',
  private: 'P1',
} as const satisfies Record<SessionEntry['tier'], LeakClass>

function entryValues(entry: SessionEntry, withholdsOffers: boolean): readonly ProtectedValue[] {
  if (entry.kind === 'reflection') return [passage('P1', 'session-entry', entry.text)]
  if (entry.tier !== 'shared') return [passage(tierClasses[entry.tier], 'session-entry', entry.text)]
  return withholdsOffers && entry.kind === 'proposal' ? [passage('P9', 'session-offer', entry.text)] : []
}

function contactValues(contact: Contact, safe: ReadonlySet<string>): readonly ProtectedValue[] {
  const words = contact.protectedWords.map((word) => value('P0', 'protected-word', word))
  if (!contact.isProtected) return words
  return [
    ...words,
    ...addressValues(contact.address, safe).map((part) => value('P0', 'contact-address', part)),
    value('P0', 'contact-phone', contact.phone),
    value('P0', 'contact-email', contact.email),
    passage('P0', 'contact-safe-way', contact.safeContact),
  ]
}

// Places that stand in every document of the case anyway: a town in them tells nobody where a parent lives.
function placesThatMayAppear({ matter, practice }: CaseRecords): ReadonlySet<string> {
  const { court } = matter.head
  return new Set([
    court?.name ?? '',
    court?.registry ?? '',
    practice.contact,
    practice.place,
    practice.practiceName,
  ])
}

function otherFamilies(context: CommandContext, { matter }: CaseRecords): readonly ProtectedValue[] {
  const own = new Set(
    [...matter.head.parties, ...matter.head.children, ...matter.head.counsel].map(({ name }) => name),
  )
  return context.records
    .list('case')
    .filter(({ id }) => id !== matter.id)
    .flatMap(({ head }) => [...head.parties, ...head.children])
    .filter(({ name }) => !own.has(name) && /\s/.test(name.trim()))
    .map(({ name }) => value('P8', 'other-family', name))
}

function value(leak: LeakClass, where: string, text: string): ProtectedValue {
  return { value: text, class: leak, where, kind: 'value' }
}

function passage(leak: LeakClass, where: string, text: string): ProtectedValue {
  return { value: text, class: leak, where, kind: 'passage' }
}

// A name of one short word, such as "map" or "letter", would be found in every document.
function nameOf(leak: LeakClass, where: string, name: string): ProtectedValue {
  const words = comparableWords(name)
  return value(leak, where, words.length > 1 || (words[0]?.length ?? 0) >= 8 ? name : '')
}

function stem(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}
