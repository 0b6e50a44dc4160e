import { err, ok, type Result } from '../result.ts'
import type { Clause } from './plan.ts'

export type ClauseProblem =
  | { readonly code: 'no-such-clause'; readonly citation: string }
  | { readonly code: 'clauses-not-adjacent' }
  | { readonly code: 'nothing-to-join' }
  | { readonly code: 'split-outside-text'; readonly length: number }
  | { readonly code: 'citation-empty' }
  | { readonly code: 'citation-taken'; readonly citation: string }

export type Edited = Result<readonly Clause[], ClauseProblem>

/** Joins neighbouring clauses into the first of them; texts are kept in order, each on its own line. */
export function joinClauses(clauses: readonly Clause[], ids: readonly string[]): Edited {
  const places = ids.map((id) => clauses.findIndex((clause) => clause.id === id))
  const missing = ids[places.indexOf(-1)]
  if (missing !== undefined) return err({ code: 'no-such-clause', citation: missing })
  const ordered = [...new Set(places)].toSorted((a, b) => a - b)
  const [first] = ordered
  if (first === undefined || ordered.length < 2) return err({ code: 'nothing-to-join' })
  if (ordered.some((place, index) => place !== first + index)) return err({ code: 'clauses-not-adjacent' })
  const parts = clauses.slice(first, first + ordered.length)
  const [head] = parts
  if (!head) return err({ code: 'nothing-to-join' })
  const text = parts.map((part, index) =>
    index > 0 && part.heading ? `${part.heading}\n${part.text}` : part.text,
  )
  const joined = { ...head, text: text.filter(Boolean).join('\n'), ...rangeOf(parts) }
  return ok([...clauses.slice(0, first), joined, ...clauses.slice(first + ordered.length)])
}

/**
 * Splits a clause at a character offset of its text. The second part needs a citation of its own; white space at the
 * cut is dropped, nothing else.
 */
export function splitClause(
  clauses: readonly Clause[],
  id: string,
  offset: number,
  second: { readonly id: string; readonly citation: string },
): Edited {
  const place = clauses.findIndex((clause) => clause.id === id)
  const clause = clauses[place]
  if (!clause) return err({ code: 'no-such-clause', citation: id })
  // A negative offset would count from the end: words that were not found must not cut the clause somewhere.
  if (offset < 0) return err({ code: 'split-outside-text', length: clause.text.length })
  const before = clause.text.slice(0, offset).trimEnd()
  const after = clause.text.slice(offset).trimStart()
  if (!before || !after) return err({ code: 'split-outside-text', length: clause.text.length })
  const checked = checkCitation(clauses, second.id, second.citation)
  if (!checked.ok) return checked
  const tail = { ...clause, id: second.id, citation: checked.value, heading: '', text: after }
  return ok([...clauses.slice(0, place), { ...clause, text: before }, tail, ...clauses.slice(place + 1)])
}

/** Gives a clause another number; its id, and with it every reference, stays. */
export function renumberClause(clauses: readonly Clause[], id: string, citation: string): Edited {
  const checked = checkCitation(clauses, id, citation)
  return checked.ok ? change(clauses, id, { citation: checked.value }) : checked
}

/** Gives a clause another heading; an empty one takes it away. */
export function retitleClause(clauses: readonly Clause[], id: string, heading: string): Edited {
  return change(clauses, id, { heading: heading.trim() })
}

/** Changes the words of a clause, where the import misread them. */
export function rewordClause(clauses: readonly Clause[], id: string, text: string): Edited {
  return change(clauses, id, { text })
}

/** Takes a clause out of the list, e.g. a signature line taken for a clause. */
export function removeClause(clauses: readonly Clause[], id: string): Edited {
  return clauses.some((clause) => clause.id === id)
    ? ok(clauses.filter((clause) => clause.id !== id))
    : err({ code: 'no-such-clause', citation: id })
}

/** Adds a clause after another, or at the end. */
export function addClause(clauses: readonly Clause[], clause: Clause, afterId: string | null): Edited {
  const checked = checkCitation(clauses, clause.id, clause.citation)
  if (!checked.ok) return checked
  const place = afterId === null ? clauses.length - 1 : clauses.findIndex((each) => each.id === afterId)
  if (afterId !== null && place < 0) return err({ code: 'no-such-clause', citation: afterId })
  return ok([
    ...clauses.slice(0, place + 1),
    { ...clause, citation: checked.value },
    ...clauses.slice(place + 1),
  ])
}

function change(clauses: readonly Clause[], id: string, fields: Partial<Clause>): Edited {
  return clauses.some((clause) => clause.id === id)
    ? ok(clauses.map((clause) => (clause.id === id ? { ...clause, ...fields } : clause)))
    : err({ code: 'no-such-clause', citation: id })
}

function checkCitation(
  clauses: readonly Clause[],
  id: string,
  citation: string,
): Result<string, ClauseProblem> {
  const wanted = citation.trim().replace(/^[¶§]+\s*/u, '')
  if (!wanted) return err({ code: 'citation-empty' })
  const taken = clauses.some(
    (clause) => clause.id !== id && clause.citation.toLowerCase() === wanted.toLowerCase(),
  )
  return taken ? err({ code: 'citation-taken', citation: wanted }) : ok(wanted)
}

function rangeOf(parts: readonly Clause[]): { from: number | null; to: number | null } {
  const starts = parts.flatMap(({ from }) => (from === null ? [] : [from]))
  const ends = parts.flatMap(({ to }) => (to === null ? [] : [to]))
  return {
    from: starts.length > 0 ? Math.min(...starts) : null,
    to: ends.length > 0 ? Math.max(...ends) : null,
  }
}
