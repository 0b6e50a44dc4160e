import type { CaseHead } from '#shared/domain/case/case.ts'
import type { PlanHead } from '#shared/domain/plan/plan.ts'
import type { WholeRecord } from '#tests/support/memory-vault.ts'

/** A record as scenarios see it: head and body side by side. */
export type ReadableRecord = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly kind: string
}

/**
 * Shows records the way people write scenarios: a party by its letter, a clause by its citation. Ids of records stay,
 * because `$name` stands for one.
 */
export function readableRecords(records: readonly WholeRecord[]): readonly ReadableRecord[] {
  const words = wordsById(records)
  return records.map(({ id, kind, caseId, rev, head, body }) => {
    const own = body as Record<string, unknown> // Every body is an object.
    const shown = replaceIds({ ...head, ...own }, words) as Record<string, unknown> // An object stays one.
    return { ...shown, id, kind, caseId, rev }
  })
}

/** Replaces the ids of parties and clauses in any value. */
export function readable(value: unknown, records: readonly WholeRecord[]): unknown {
  return replaceIds(value, wordsById(records))
}

function wordsById(records: readonly WholeRecord[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap(({ kind, head }): [string, string][] => {
      // The kind tells which head it is.
      if (kind === 'case') return (head as CaseHead).parties.map(({ id, letter }) => [id, letter])
      if (kind === 'plan') return (head as PlanHead).clauses.map(({ id, citation }) => [id, citation])
      return []
    }),
  )
}

function replaceIds(value: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return words.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => replaceIds(each, words))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceIds(each, words)]))
}
