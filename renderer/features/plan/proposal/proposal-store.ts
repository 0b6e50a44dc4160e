import * as edits from '#shared/domain/plan/clause-edits.ts'
import type { Edited } from '#shared/domain/plan/clause-edits.ts'
import type { Clause } from '#shared/domain/plan/plan.ts'
import { ok } from '#shared/domain/result.ts'
import type { EditResult, PlanEdits } from '../sheet/plan-edits.ts'

/** The clauses of a file that is not kept yet. */
export interface ProposalStore {
  readonly clauses: () => readonly Clause[]
  readonly canUndo: () => boolean
  readonly undo: () => void
  readonly edits: PlanEdits
  readonly subscribe: (listener: () => void) => () => void
}

const longestHistory = 100

/**
 * Holds a proposal while it is mended, by the same rules as a kept plan. Every change can be undone.
 *
 * It lives outside React so that two saves that were begun in the same moment build on each other.
 */
export function createProposalStore(first: readonly Clause[]): ProposalStore {
  let history: readonly (readonly Clause[])[] = [first]
  let lastId = first.length
  const listeners = new Set<() => void>()
  const clauses = () => history.at(-1) ?? first
  const tell = () => listeners.forEach((listener) => listener())

  const apply = (edit: (clauses: readonly Clause[]) => Edited): Promise<EditResult> => {
    const edited = edit(clauses())
    if (!edited.ok) return Promise.resolve(edited)
    history = [...history.slice(-longestHistory), edited.value]
    tell()
    return Promise.resolve(ok())
  }
  return {
    clauses,
    canUndo: () => history.length > 1,
    undo: () => {
      if (history.length > 1) history = history.slice(0, -1)
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edits: {
      join: (ids) => apply((now) => edits.joinClauses(now, ids)),
      split: (id, offset, citation) =>
        apply((now) => edits.splitClause(now, id, offset, { id: proposalId(++lastId), citation })),
      renumber: (id, citation) => apply((now) => edits.renumberClause(now, id, citation)),
      retitle: (id, heading) => apply((now) => edits.retitleClause(now, id, heading)),
      reword: (id, text) => apply((now) => edits.rewordClause(now, id, text)),
      remove: (id) => apply((now) => edits.removeClause(now, id)),
      add: (afterId, clause) =>
        apply((now) =>
          edits.addClause(
            now,
            { ...clause, id: proposalId(++lastId), level: 0, from: null, to: null },
            afterId,
          ),
        ),
    },
  }
}

/** Names a clause that is in no record yet. */
export function proposalId(number: number): string {
  return `proposed-${number}`
}
