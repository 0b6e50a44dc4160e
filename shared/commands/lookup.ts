import { err, invariant, ok, type Result } from '../domain/result.ts'
import type { Party } from '../domain/case/case.ts'
import type { BodyOf, RecordEntry, RecordKind } from '../records/record.ts'
import type { CommandContext, Refusal } from './command.ts'

/** A value with every reference resolved, or why not. */
export type Found<T> = Result<T, Refusal>

/** Finds a record of one kind; refuses with `not-found` when there is none. */
export function find<K extends RecordKind>(
  context: CommandContext,
  kind: K,
  id: string,
): Found<RecordEntry<K>> {
  const entry = context.records.get(id)
  if (!entry || entry.kind !== kind) return err({ code: 'not-found', kind, id })
  // The kind was just compared.
  return ok(entry as RecordEntry<K>)
}

/** Opens the body of a record that was found; a missing body is damage, which the store reports by rejecting. */
export async function bodyOf<K extends RecordKind>(
  context: CommandContext,
  entry: RecordEntry<K>,
): Promise<BodyOf<K>> {
  const body = await context.records.body(entry)
  invariant(body, 'a record that has a head has a body')
  return body
}

/**
 * Finds a party of a case by id, letter (`A`), full name, or a short name that only one party has; refuses with
 * `no-such-party`.
 */
export function findParty(entry: RecordEntry<'case'>, who: string): Found<Party> {
  return findPartyIn(entry.head.parties, who)
}

/**
 * As `findParty`, in a list. The surer ways come first: a party called `B` must not stand in for party B. Letter case
 * and a word like "Parent" before the letter do not count, nor does a missing first name, where only one party fits.
 */
export function findPartyIn(parties: readonly Party[], who: string): Found<Party> {
  const typed = plain(who)
  const letter = /^(?:(?:parent|party) )?(\p{L})$/u.exec(typed)?.[1]
  const lastName = ({ name }: Party) => name.trim().split(/\s+/u).at(-1) ?? ''
  const party =
    parties.find(({ id }) => id === who) ??
    parties.find((each) => each.letter === who) ??
    parties.find(({ name }) => name === who) ??
    onlyOne(parties, ({ shortName }) => shortName === who) ??
    onlyOne(parties, ({ name }) => plain(name) === typed) ??
    onlyOne(parties, ({ shortName }) => plain(shortName) === typed) ??
    onlyOne(parties, (each) => letter !== undefined && plain(each.letter) === letter) ??
    onlyOne(parties, (each) => typed !== '' && plain(lastName(each)) === typed)
  return party ? ok(party) : err({ code: 'no-such-party', who })
}

function onlyOne(parties: readonly Party[], fits: (party: Party) => boolean): Party | undefined {
  const found = parties.filter(fits)
  return found.length === 1 ? found[0] : undefined
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/gu, ' ')
}

/** Finds several parties; refuses on the first that does not exist. */
export function findParties(entry: RecordEntry<'case'>, who: readonly string[]): Found<readonly Party[]> {
  const parties: Party[] = []
  for (const each of who) {
    const party = findParty(entry, each)
    if (!party.ok) return party
    parties.push(party.value)
  }
  return ok(parties)
}

/** The case a record belongs to. */
export function caseOf(context: CommandContext, entry: RecordEntry): Found<RecordEntry<'case'>> {
  return find(context, 'case', entry.caseId ?? '')
}

/** Ids of clauses given by citation (`7.2`, `¶7.2`) or id; refuses with `no-such-clause`. */
export function findClauses(
  context: CommandContext,
  caseId: string,
  cited: readonly string[],
): Found<readonly string[]> {
  const clauses = context.records.list('plan', caseId).flatMap((plan) => plan.head.clauses)
  const ids: string[] = []
  for (const citation of cited) {
    const wanted = bareCitation(citation)
    const clause = clauses.findLast((each) => each.id === citation || bareCitation(each.citation) === wanted)
    if (!clause) return err({ code: 'no-such-clause', citation })
    ids.push(clause.id)
  }
  return ok(ids)
}

/** A citation without the marks that people put before it: `¶7.2.` and `Section 7.2` are both `7.2`. */
export function bareCitation(citation: string): string {
  return citation
    .trim()
    .toLowerCase()
    .replace(
      /^(?:#|(?:s|cl|par|no)\.?(?=\s*\d)|¶+|§+|para(?:graph|\.)?|section|sec\.?|clause|article|art\.?)\s*/u,
      '',
    )
    .replace(/[.\s]+$/u, '')
    .replace(/\s+/gu, ' ')
}
