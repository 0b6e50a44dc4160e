import type { Change } from '#shared/records/record.ts'
import { currentSchema } from '#shared/records/record.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { encodeHeadContent } from '#shared/vault/record.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import type { CryptoOperations, RecordToSeal, SealedCommit, StoreState } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import { nextReadModel } from './read-model.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'
import { writeCommit } from './write-commit.ts'

/**
 * Why nothing was written. `changed-elsewhere`: the record on disk is not the one the change was made from.
 * `not-saved`: the disk refused; `reason` says how.
 */
export type CommitProblem =
  | { readonly code: 'changed-elsewhere'; readonly id: string }
  | { readonly code: 'not-saved'; readonly reason: 'disk-full' | 'store-unavailable' }

export interface VaultStore {
  model(): ReadModel
  /** The only way anything is written. */
  commit(changes: readonly Change[]): Promise<Result<ReadModel, CommitProblem>>
  /** Resolves when everything asked for so far has been written or refused. */
  settled(): Promise<void>
}

export interface VaultStoreParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly model: ReadModel
  readonly state: StoreState
  /** Called after the disk has it, with the new picture of the vault. */
  readonly onCommitted: (model: ReadModel) => void
}

/** The store of an open vault. Commits run one after another, in the order they were asked for. */
export function createVaultStore(parts: VaultStoreParts): VaultStore {
  let { model, state } = parts
  let queue: Promise<unknown> = Promise.resolve()

  const commitNow = async (changes: readonly Change[]): Promise<Result<ReadModel, CommitProblem>> => {
    if (changes.length === 0) return ok(model)
    const plan = planCommit(model, state, changes)
    if (!plan.ok) return plan
    // Seal before opening the transaction: awaiting WebCrypto inside one makes Dexie commit early and keep half a change.
    const sealed = await parts.crypto('sealCommit', toSeal(plan.value))
    const written = await writeCommit(parts.database, plan.value, sealed)
    if (!written.ok) return written
    model = nextReadModel(model, {
      put: plan.value.put.map(({ entry }) => entry),
      deletedIds: plan.value.deletedIds,
    })
    state = plan.value.state
    parts.onCommitted(model)
    return ok(model)
  }

  return {
    model: () => model,
    commit: (changes) => {
      const result = queue.then(() => commitNow(changes))
      // A failed commit must not stop those behind it; its own caller gets the failure.
      queue = result.catch(() => undefined)
      return result
    },
    settled: () => queue.then(() => undefined),
  }
}

/** A commit after stamping: what will be on disk and in memory when it has been written. */
export interface CommitPlan {
  readonly put: readonly { readonly entry: StoredEntry; readonly baseRev: number; readonly body?: unknown }[]
  readonly deletedIds: readonly string[]
  readonly deletedRevs: readonly number[]
  readonly state: StoreState
}

export type { SealedCommit }

/** Stamps revisions and the order of creation. A base revision that memory already knows to be old is refused here. */
function planCommit(
  model: ReadModel,
  state: StoreState,
  changes: readonly Change[],
): Result<CommitPlan, CommitProblem> {
  const put: CommitPlan['put'][number][] = []
  const deleted: { id: string; rev: number }[] = []
  const seen = new Set<string>()
  let { lastOrder } = state
  let added = 0
  for (const change of changes) {
    const before = model.get(change.id)
    if (seen.has(change.id) || (before?.rev ?? 0) !== change.baseRev) {
      return err({ code: 'changed-elsewhere', id: change.id })
    }
    seen.add(change.id)
    if (change.op === 'delete') {
      if (before) deleted.push({ id: change.id, rev: before.rev })
      continue
    }
    if (!before) added++
    const order = before?.order ?? ++lastOrder
    put.push(stamp(change, order, before))
  }
  const count = state.heads + added - deleted.length
  const next = { sequence: state.sequence + 1, heads: count, bodies: count, lastOrder }
  const deletedIds = deleted.map(({ id }) => id)
  return ok({ put, deletedIds, deletedRevs: deleted.map(({ rev }) => rev), state: next })
}

function stamp(
  change: Extract<Change, { op: 'put' }>,
  order: number,
  before: StoredEntry | undefined,
): CommitPlan['put'][number] {
  const { id, kind, caseId, baseRev, head } = change
  const rev = baseRev + 1
  // A new record always has a body row, so that the two tables count alike.
  const body = change.body ?? (before ? undefined : {})
  const bodyRev = body === undefined ? (before?.bodyRev ?? rev) : rev
  const entry: StoredEntry = { id, kind, caseId, rev, schema: currentSchema, order, bodyRev, head }
  return { entry, baseRev, ...(body === undefined ? {} : { body }) }
}

function toSeal(plan: CommitPlan): Parameters<CryptoOperations['sealCommit']>[0] {
  const records = plan.put.map(({ entry, body }): RecordToSeal => {
    const { id, kind, caseId, order, bodyRev, head, rev, schema } = entry
    const sealedHead = encodeHeadContent({ id, kind, caseId, order, bodyRev, head })
    return { id, rev, schema, head: sealedHead, ...(body === undefined ? {} : { body: encodeValue(body) }) }
  })
  return { records, deletedIds: plan.deletedIds, state: plan.state }
}
