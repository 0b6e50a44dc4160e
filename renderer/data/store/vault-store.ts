import type { Change } from '#shared/records/record.ts'
import { ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { CryptoOperations, SealedCommit, StoreState } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { emptyPlan, putOwnRows, removeOwnRows, expectOwnHead, stampChanges } from './commit-plan.ts'
import type { CommitPlan, CommitProblem, Stamped } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import { planFold, worthFolding } from './fold.ts'
import { noteAllBodies, noteReplaced } from './note-rows.ts'
import { createPackReader } from './pack-reader.ts'
import type { PackReader } from './pack-reader.ts'
import { largestPackedBody, putPacks } from './plan-packs.ts'
import { nextReadModel } from './read-model.ts'
import type { ReadModel } from './read-model.ts'
import { rewritePacks } from './rewrite-packs.ts'
import { writeCommit } from './write-commit.ts'

export interface VaultStoreParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly model: ReadModel
  readonly state: StoreState
  /** Rows of single heads on disk, whatever the counts say. */
  readonly headRows: number
  /** Revisions of the packs of heads; kept up to date by the store. */
  readonly headPackRevs: Map<number, number>
  /** Called after the disk has it, with the new picture of the vault. */
  readonly onCommitted: (model: ReadModel) => void
}

/** So many new records in one commit go into packs at once. */
const packedAtOnce = 64

/** The store of an open vault. Commits run one after another, in the order they were asked for. */
export class VaultStore {
  readonly #parts: VaultStoreParts
  readonly #packs: PackReader
  #model: ReadModel
  #state: StoreState
  #headRows: number
  #queue: Promise<unknown> = Promise.resolve()

  constructor(parts: VaultStoreParts) {
    this.#parts = parts
    this.#packs = createPackReader(parts.database, parts.crypto, parts.headPackRevs)
    this.#model = parts.model
    this.#state = parts.state
    this.#headRows = parts.headRows
  }

  model(): ReadModel {
    return this.#model
  }

  /** The only way anything a person did is written. */
  commit(changes: readonly Change[]): Promise<Result<ReadModel, CommitProblem>> {
    return this.#inTurn(async () => {
      if (changes.length === 0) return ok(this.#model)
      const stamped = stampChanges(this.#model, this.#state, changes)
      if (!stamped.ok) return stamped
      const plan = planRows(this.#state, stamped.value.stamped, this.#headRows)
      const { deleted } = stamped.value
      for (const entry of deleted) {
        expectOwnHead(plan, entry.id, entry)
        removeOwnRows(plan, entry)
        plan.deletedIds.push(entry.id)
      }
      await rewritePacks(plan, this.#model, this.#packs, { heads: deleted, bodies: deleted })
      return this.#carryOut(plan)
    })
  }

  /** Folds rows of single records into packs when there are at least so many; answers whether it did. */
  fold(atLeast = worthFolding): Promise<boolean> {
    return this.#inTurn(async () => {
      const { database, crypto } = this.#parts
      const packs = this.#packs
      const plan = await planFold(
        { database, crypto, packs, model: this.#model, state: this.#state },
        atLeast,
      )
      return plan !== undefined && (await this.#carryOut(plan)).ok
    })
  }

  /**
   * Takes what is on disk for the vault as it should be, and seals that: for a vault of the first release, which has no
   * manifest, and where the sealed one cannot be opened. One transaction; stopped before it, nothing has changed.
   */
  async renewManifest(): Promise<Result<ReadModel, CommitProblem>> {
    const { database, crypto } = this.#parts
    await noteAllBodies(database, crypto, (work) => this.#inTurn(work))
    return this.#inTurn(() => this.#carryOut(emptyPlan(this.#state), true))
  }

  /** Resolves when everything asked for so far has been written or refused. */
  async settled(): Promise<void> {
    await this.#queue
  }

  async #carryOut(plan: CommitPlan, anew = false): Promise<Result<ReadModel, CommitProblem>> {
    const { database, crypto, headPackRevs, onCommitted } = this.#parts
    await noteReplaced(database, crypto, plan)
    // Seal before opening the transaction: awaiting WebCrypto inside one makes Dexie commit early and keep half a change.
    const { put, expect, remove, state } = plan
    const sealed = await crypto('sealCommit', { put, expect, remove, state, anew })
    const written = await this.#write(plan, sealed)
    if (!written.ok) return written
    for (const { table, key, rev } of plan.put) if (table === 'headPacks') headPackRevs.set(Number(key), rev)
    this.#model = nextReadModel(this.#model, { put: plan.entries, deletedIds: plan.deletedIds })
    this.#headRows += plan.state.heads - this.#state.heads
    this.#state = sealed.state
    onCommitted(this.#model)
    return ok(this.#model)
  }

  /** Writes, and tells the worker whether its next manifest builds on this one. */
  async #write(plan: CommitPlan, sealed: SealedCommit): Promise<Result<void, CommitProblem>> {
    const { database, crypto } = this.#parts
    let written = false
    try {
      const result = await writeCommit(database, plan, sealed)
      written = result.ok
      return result
    } finally {
      void crypto('settle', { written })
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    // A failed commit must not stop those behind it; its own caller gets the failure.
    this.#queue = result.catch(() => undefined)
    return result
  }
}

/** Many new records at once go into packs; everything else gets rows of its own. */
function planRows(state: StoreState, stamped: readonly Stamped[], headRows: number): CommitPlan {
  const plan = emptyPlan(state)
  const packable = stamped.filter(({ before, body }) => !before && body && body.length <= largestPackedBody)
  const packed = new Set(packable.length >= packedAtOnce ? packable : [])
  for (const record of stamped) {
    if (!packed.has(record)) putOwnRows(plan, record)
  }
  if (packed.size > 0) plan.expectHeadRows = headRows
  putPacks(plan, [...packed])
  return plan
}
