import type { Change } from '#shared/records/record.ts'
import { upgrader as productUpgrader } from '#shared/records/upgrade.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { encodeHeadContent } from '#shared/vault/record.ts'
import type {
  ActToNote,
  CommitToSeal,
  RecordTable,
  RowKey,
  RowToSeal,
  StoreState,
  TrailRow,
} from '../workers/crypto-protocol.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'

/**
 * Why nothing was written. `changed-elsewhere`: the record on disk is not the one the change was made from.
 * `not-saved`: the disk refused; `reason` says how.
 */
export type CommitProblem =
  | { readonly code: 'changed-elsewhere'; readonly id: string }
  | { readonly code: 'not-saved'; readonly reason: NotSavedReason }

/** `copy-unavailable`: the second copy in the data folder could not be written. */
export type NotSavedReason = 'disk-full' | 'store-unavailable' | 'copy-unavailable'

/** What one commit does, on disk and in memory, before anything is sealed. */
export interface CommitPlan {
  readonly put: RowToSeal[]
  readonly remove: RowKey[]
  /** Revisions that rows on disk must have for the commit to be right; 0 means that there must be no row. */
  readonly expect: (RowKey & { readonly rev: number; readonly id: string })[]
  /**
   * How many rows of single heads there must be, where a commit adds many records: as long as nobody added a row,
   * none of the new ones can be there already, and asking for each would cost more than writing them.
   */
  expectHeadRows: number | undefined
  /** The entries as they will be in memory. */
  readonly entries: StoredEntry[]
  readonly deletedIds: string[]
  state: StoreState
  /** What the history says of it. */
  act?: ActToNote
  /** Rows of the history that go into one pack. */
  foldTrail?: readonly TrailRow[]
  /** What it does with keys. */
  keyWork?: KeyWork
}

/** Rows to seal again under the newest keys, and keys of cases that end. */
export type KeyWork = Pick<CommitToSeal, 'reseal' | 'eraseCases' | 'forgetCaseKeys'>

/** A record that was stamped: what it was, what it will be, and its new body; `undefined` when the body stays. */
export interface Stamped {
  readonly before: StoredEntry | undefined
  readonly entry: StoredEntry
  readonly body: unknown
}

/** Starts a plan that does nothing. */
export function emptyPlan(state: StoreState): CommitPlan {
  const next = { ...state, sequence: state.sequence + 1 }
  return {
    put: [],
    remove: [],
    expect: [],
    expectHeadRows: undefined,
    entries: [],
    deletedIds: [],
    state: next,
  }
}

/** Stamps revisions and the order of creation. A base revision that memory already knows to be old is refused. */
export function stampChanges(
  model: ReadModel,
  state: StoreState,
  changes: readonly Change[],
  upgrader: Upgrader = productUpgrader,
): Result<{ readonly stamped: readonly Stamped[]; readonly deleted: readonly StoredEntry[] }, CommitProblem> {
  const stamped: Stamped[] = []
  const deleted: StoredEntry[] = []
  const seen = new Set<string>()
  let { lastOrder } = state
  for (const change of changes) {
    const before = model.get(change.id)
    if (seen.has(change.id) || (before?.rev ?? 0) !== change.baseRev) {
      return err({ code: 'changed-elsewhere', id: change.id })
    }
    seen.add(change.id)
    if (change.op === 'put') {
      const schema = upgrader.schemaOf(change.kind)
      stamped.push(stamp(change, before, before?.order ?? ++lastOrder, schema))
    } else if (before) deleted.push(before)
  }
  return ok({ stamped, deleted })
}

function stamp(
  change: Extract<Change, { op: 'put' }>,
  before: StoredEntry | undefined,
  order: number,
  schema: number,
): Stamped {
  const { id, kind, caseId, baseRev, head } = change
  const rev = baseRev + 1
  // A new record always has a body, so that reading one never depends on its kind.
  const body = change.body ?? (before ? undefined : {})
  const entry: StoredEntry = {
    id,
    kind,
    caseId,
    rev,
    schema,
    order,
    head,
    headOwn: true,
    headPack: before?.headPack ?? null,
    bodyRev: body === undefined ? (before?.bodyRev ?? rev) : rev,
    bodyOwn: body === undefined ? (before?.bodyOwn ?? true) : true,
    bodyPack: before?.bodyPack ?? null,
  }
  return { before, entry, body }
}

/** Plans rows of their own for head and body. */
export function putOwnRows(plan: CommitPlan, { before, entry, body }: Stamped): void {
  const { id, rev, schema } = entry
  expectOwnHead(plan, id, before)
  plan.put.push({ table: 'heads', key: id, rev, schema, plain: encodeHeadContent(headContent(entry)) })
  if (!before?.headOwn) count(plan, 'heads', 1)
  if (body !== undefined) {
    const plain = encodeValue(body)
    plan.put.push({ table: 'bodies', key: id, caseId: entry.caseId, rev, schema, plain })
    if (!before?.bodyOwn) count(plan, 'bodies', 1)
  }
  plan.entries.push(entry)
  plan.state = { ...plan.state, lastOrder: Math.max(plan.state.lastOrder, entry.order) }
}

/** Plans the end of the rows that a record has for itself. */
export function removeOwnRows(plan: CommitPlan, before: StoredEntry): void {
  if (before.headOwn) {
    plan.remove.push({ table: 'heads', key: before.id })
    count(plan, 'heads', -1)
  }
  if (before.bodyOwn) {
    plan.remove.push({ table: 'bodies', key: before.id })
    count(plan, 'bodies', -1)
  }
}

/** The row on disk must be the one that memory knows: this revision, or none where a pack holds the head. */
export function expectOwnHead(plan: CommitPlan, id: string, before: StoredEntry | undefined): void {
  plan.expect.push({ table: 'heads', key: id, id, rev: before?.headOwn ? before.rev : 0 })
}

/** Keeps the counts of rows in step. */
export function count(plan: CommitPlan, table: RecordTable, by: number): void {
  plan.state = { ...plan.state, [table]: plan.state[table] + by }
}

/** The sealed part of a head. */
export function headContent({ id, kind, caseId, order, bodyRev, bodyOwn, bodyPack, head }: StoredEntry) {
  return { id, kind, caseId, order, bodyRev, bodyOwn, bodyPack, head }
}
