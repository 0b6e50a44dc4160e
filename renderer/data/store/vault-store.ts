import type { Change } from '#shared/records/record.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { CryptoOperations, SealedCommit, StoreState } from '../workers/crypto-protocol.ts'
import { buffersOf } from '../workers/rpc.ts'
import type { Caller } from '../workers/rpc.ts'
import { bodyRowsOf } from './body-rows.ts'
import { emptyPlan, putOwnRows, removeOwnRows, expectOwnHead, stampChanges } from './commit-plan.ts'
import type { CommitPlan, CommitProblem, KeyWork, Stamped } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import { describeAct, readFoldableHistory } from './describe-act.ts'
import type { Act } from './describe-act.ts'
import { appendCommit } from './durable-copy.ts'
import type { CopyProblem, DurableCopy } from './durable-copy.ts'
import { planFold, worthFolding } from './fold.ts'
import { noteAll, noteAllBodies, noteReplaced } from './note-rows.ts'
import { createPackReader } from './pack-reader.ts'
import type { PackReader } from './pack-reader.ts'
import { isPackable, packableText, putPacks } from './plan-packs.ts'
import type { ToPack } from './plan-packs.ts'
import { nextReadModel } from './read-model.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'
import { rebuildCopy } from './rebuild-copy.ts'
import type { OnProgress } from './rebuild-copy.ts'
import { repairBodies } from './repair-bodies.ts'
import { rewritePacks } from './rewrite-packs.ts'
import { writeCommit } from './write-commit.ts'

export interface VaultStoreParts {
  readonly database: VaultDatabase
  readonly durable: DurableCopy
  readonly crypto: Caller<CryptoOperations>
  readonly model: ReadModel
  readonly state: StoreState
  /** Rows of single heads on disk, whatever the counts say. */
  readonly headRows: number
  /** Revisions of the packs of heads; kept up to date by the store. */
  readonly headPackRevs: Map<number, number>
  /** Versions of payloads; the program's own when not given. */
  readonly upgrader?: Upgrader | undefined
  /** Called after the disk has it, with the new picture of the vault. */
  readonly onCommitted: (model: ReadModel) => void
}

/** How a commit is carried out: with a manifest that follows from the last one, and into the second copy first. */
const asUsual = { anew: false, toCopy: true }

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
  commit(
    changes: readonly Change[],
    act?: Act,
    keyWork?: KeyWork,
  ): Promise<Result<ReadModel, CommitProblem>> {
    return this.inTurn(async () => {
      if (changes.length === 0) return ok(this.#model)
      const stamped = stampChanges(this.#model, this.#state, changes, this.#parts.upgrader)
      if (!stamped.ok) return stamped
      const plan = planRows(this.#state, stamped.value.stamped, this.#headRows)
      const { deleted } = stamped.value
      for (const entry of deleted) {
        expectOwnHead(plan, entry.id, entry)
        removeOwnRows(plan, entry)
        plan.deletedIds.push(entry.id)
      }
      await rewritePacks(plan, this.#model, this.#packs, { heads: deleted, bodies: deleted })
      if (act) plan.act = describeAct(act, stamped.value.stamped, deleted)
      if (keyWork) plan.keyWork = keyWork
      return this.#carryOut(plan)
    })
  }

  /** Writes into the history what was done to the vault as a whole. */
  note(act: Act): Promise<Result<ReadModel, CommitProblem>> {
    return this.inTurn(() => this.#carryOut({ ...emptyPlan(this.#state), act: describeAct(act, [], []) }))
  }

  /** Folds rows of single records, or else entries of the history, into packs when there are enough; answers whether it did. */
  fold(atLeast = worthFolding): Promise<boolean> {
    return this.inTurn(async () => {
      const { database, crypto } = this.#parts
      const packs = this.#packs
      const plan = await planFold(
        { database, crypto, packs, model: this.#model, state: this.#state },
        atLeast,
      )
      if (plan) return (await this.#carryOut(plan)).ok
      const foldTrail = await readFoldableHistory(database, crypto)
      return foldTrail !== undefined && (await this.#carryOut({ ...emptyPlan(this.#state), foldTrail })).ok
    })
  }

  /**
   * Takes what is on disk for the vault as it should be, and seals that: for a vault of the first release, which has no
   * manifest, and where the sealed one cannot be opened. One transaction; stopped before it, nothing has changed. The second
   * copy has to be made anew afterwards.
   */
  async renewManifest(): Promise<Result<ReadModel, CommitProblem>> {
    const { database, crypto } = this.#parts
    await noteAllBodies(database, crypto, (work) => this.inTurn(work))
    return this.inTurn(() => this.#carryOut(emptyPlan(this.#state), { anew: true, toCopy: false }))
  }

  /** Works with keys in a commit of its own. `plan` is asked in turn, when nothing else is being written. */
  workWithKeys(plan: () => Promise<KeyWork>): Promise<Result<ReadModel, CommitProblem>> {
    return this.inTurn(async () => this.#carryOut({ ...emptyPlan(this.#state), keyWork: await plan() }))
  }

  /**
   * Makes the manifest anew under the newest keys, from rows that agree with the one before. Where it is not written, the
   * one before stays.
   */
  rekeyManifest(): Promise<Result<ReadModel, CommitProblem>> {
    return this.inTurn(async () => {
      const { database, crypto } = this.#parts
      await crypto('beginManifest', {})
      let isWritten = false
      try {
        await noteAll(database, crypto)
        const written = await this.#carryOut(emptyPlan(this.#state), { anew: true, toCopy: true })
        isWritten = written.ok
        return written
      } finally {
        await crypto('endManifest', { keep: isWritten })
      }
    })
  }

  /** Compares every row with the manifest; commits wait for it. */
  isWhole(): Promise<boolean> {
    return this.inTurn(async () => {
      const { database, crypto } = this.#parts
      await noteAllBodies(database, crypto, (work) => work())
      const { heads, bodies, bodyNames } = await crypto('checkManifest', {})
      return heads === true && bodies === true && bodyNames
    })
  }

  /** Makes the second copy anew from the store; commits wait for it. */
  rebuildCopy(onProgress?: OnProgress): Promise<Result<{ readonly rows: number }, CopyProblem>> {
    return this.inTurn(() => rebuildCopy(this.#parts.database, this.#parts.durable, onProgress))
  }

  /** Puts bodies that do not open back from the second copy; answers whether any was. */
  mend(entries: readonly StoredEntry[]): Promise<boolean> {
    const { database, crypto, durable } = this.#parts
    return this.inTurn(async () => {
      const now = entries.flatMap((entry) => this.#model.get(entry.id) ?? [])
      const { repaired } = await repairBodies(database, crypto, durable, bodyRowsOf(now))
      return repaired.length > 0
    })
  }

  /** Resolves when everything asked for so far has been written or refused. */
  async settled(): Promise<void> {
    await this.#queue
  }

  async #carryOut(plan: CommitPlan, { anew, toCopy } = asUsual): Promise<Result<ReadModel, CommitProblem>> {
    const { database, crypto, headPackRevs, onCommitted } = this.#parts
    await noteReplaced(database, crypto, plan)
    // Seal before opening the transaction: awaiting WebCrypto inside one makes Dexie commit early and keep half a change.
    const { put, expect, remove, state, act, foldTrail, keyWork } = plan
    const sealed = await crypto(
      'sealCommit',
      { put, expect, remove, state, anew, act, foldTrail, ...keyWork },
      buffersOf(put.map(({ plain }) => plain)),
    )
    const written = await this.#write(plan, sealed, toCopy)
    if (!written.ok) {
      await this.#takeBack(written.error)
      return written
    }
    for (const { table, key, rev } of plan.put) if (table === 'headPacks') headPackRevs.set(Number(key), rev)
    this.#headRows += plan.state.heads - this.#state.heads
    this.#state = sealed.state
    if (plan.entries.length === 0 && plan.deletedIds.length === 0) return ok(this.#model)
    this.#model = nextReadModel(this.#model, { put: plan.entries, deletedIds: plan.deletedIds })
    onCommitted(this.#model)
    return ok(this.#model)
  }

  /** The second copy must not keep a change that was refused for good: a commit that changes nothing takes its place. */
  async #takeBack({ code }: CommitProblem): Promise<void> {
    if (code === 'changed-elsewhere') await this.#carryOut(emptyPlan(this.#state))
  }

  /**
   * Second copy first, then the store; only then it is saved. A commit that the copy has and the store refused is replaced
   * by the next one, which has the same number. Tells the worker whether its next manifest builds on this one.
   */
  async #write(
    plan: CommitPlan,
    sealed: SealedCommit,
    toCopy: boolean,
  ): Promise<Result<void, CommitProblem>> {
    const { database, crypto } = this.#parts
    let written = false
    try {
      const appended = toCopy ? await this.#append(sealed) : ok()
      if (!appended.ok) return err({ code: 'not-saved', reason: appended.error })
      const result = await writeCommit(database, plan, sealed)
      written = result.ok
      return result
    } finally {
      void crypto('settle', { written })
    }
  }

  /** A copy that does not end with the commit before is made anew from the store, once. */
  async #append(sealed: SealedCommit): Promise<Result<void, CopyProblem>> {
    const { database, durable } = this.#parts
    const appended = await appendCommit(durable, sealed)
    if (appended.ok) return ok()
    if (appended.error !== 'out-of-step') return err(appended.error)
    const rebuilt = await rebuildCopy(database, durable)
    if (!rebuilt.ok) return rebuilt
    const again = await appendCommit(durable, sealed)
    return again.ok ? ok() : err(again.error === 'out-of-step' ? 'copy-unavailable' : again.error)
  }

  /** Runs work that must not overlap with a commit. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    // A failed commit must not stop those behind it; its own caller gets the failure.
    this.#queue = result.catch(() => undefined)
    return result
  }
}

/** Many new records at once go into packs; everything else gets rows of its own. */
function planRows(state: StoreState, stamped: readonly Stamped[], headRows: number): CommitPlan {
  const plan = emptyPlan(state)
  const packed = packable(stamped)
  for (const record of stamped) {
    if (!packed.has(record)) putOwnRows(plan, record)
  }
  if (packed.size > 0) plan.expectHeadRows = headRows
  putPacks(plan, [...packed.values()])
  return plan
}

function packable(stamped: readonly Stamped[]): ReadonlyMap<Stamped, ToPack> {
  const found = new Map<Stamped, ToPack>()
  if (stamped.length < packedAtOnce) return found
  for (const record of stamped) {
    const { before, entry, body } = record
    const text = before || !isPackable(entry) ? undefined : packableText(body)
    if (text !== undefined) found.set(record, { entry, text })
  }
  return found.size >= packedAtOnce ? found : new Map<Stamped, ToPack>()
}
