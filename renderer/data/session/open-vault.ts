import { upgrader as productUpgrader } from '#shared/records/upgrade.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { createBodyReader } from '../store/body-reader.ts'
import type { BodyPlaces, BodyReader } from '../store/body-reader.ts'
import type { VaultDatabase } from '../store/database.ts'
import type { DurableCopy } from '../store/durable-copy.ts'
import type { Damage, LoadedVault } from '../store/load-vault.ts'
import type { ReadModel } from '../store/read-model.ts'
import { upgradeRecords } from '../store/upgrade-records.ts'
import { VaultStore } from '../store/vault-store.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'
import { chooseCopy } from './choose-copy.ts'
import type { Chosen, CopyState, Restored } from './choose-copy.ts'
import { keepHeader, storeHeader } from './header-copies.ts'
import type { FoundVault } from './probe-vault.ts'
import type { VaultProblem } from './vault-problem.ts'

/** Everything that exists only between unlock and lock. */
export interface OpenVault {
  readonly database: VaultDatabase
  readonly durable: DurableCopy
  readonly workers: VaultWorkers
  readonly store: VaultStore
  readonly bodies: BodyReader
  readonly damage: readonly Damage[]
  /** What was put back at this unlock, if anything was. */
  readonly restored: Restored | undefined
  readonly copy: CopyState
  readonly release: () => void
}

/** Something that takes its time while the vault opens. */
export interface OpeningProgress {
  readonly step: 'restoring' | 'copying'
  readonly done: number
  readonly total: number
}

export interface Opening {
  readonly found: FoundVault
  readonly durable: DurableCopy
  readonly workers: VaultWorkers
  /** Versions of payloads; the program's own when not given. */
  readonly upgrader?: Upgrader | undefined
  /** Instant, ISO 8601 in UTC. */
  readonly now: string
  /** Another page has the right to write: nothing is mended and nothing put back. */
  readonly isReadOnly: boolean
  readonly release: () => void
  readonly onCommitted: (model: ReadModel) => void
  readonly onProgress: (progress: OpeningProgress) => void
}

/**
 * Opens all heads of a vault whose keys the crypto worker holds: from the store when that is whole, else from the second
 * copy into a new database. Afterwards store and second copy say the same.
 */
export async function openVault(opening: Opening): Promise<Result<OpenVault, VaultProblem>> {
  const { durable, workers, release } = opening
  const chosen = await chooseCopy(opening)
  if (!chosen.ok) return chosen
  const { database, loaded, restored } = chosen.value
  const store = storeOf(opening, database, loaded)
  const mended = opening.isReadOnly ? ok<CopyState>('good') : await mend(opening, store, chosen.value)
  if (!mended.ok) return mended
  if (!opening.isReadOnly) await takeDevice(database, workers)
  const bodies = createBodyReader(database, workers.call, opening.isReadOnly ? readingOnly(store) : store)
  const { upgrader = productUpgrader, now } = opening
  const upgraded = opening.isReadOnly ? ok() : await upgradeRecords({ store, bodies, durable, upgrader, now })
  if (!upgraded.ok) return err({ code: 'folder-unwritable' })
  return ok({
    database,
    durable,
    workers,
    store,
    bodies,
    damage: loaded.damage,
    restored,
    copy: mended.value,
    release,
  })
}

/** The key that signs checkpoints belongs to this computer: a database without it, a restored one, gets another. */
async function takeDevice(database: VaultDatabase, workers: VaultWorkers): Promise<void> {
  const row = await database.meta.get('device')
  const made = await workers.call('takeDevice', { row: row ?? null })
  if (made) await database.meta.put(made, 'device')
}

function readingOnly(store: VaultStore): BodyPlaces {
  return { model: () => store.model(), settled: () => store.settled() }
}

/** Gives the store what it lacks, and the second copy what the store has. */
async function mend(
  opening: Opening,
  store: VaultStore,
  { database, loaded, copyFits }: Chosen,
): Promise<Result<CopyState, VaultProblem>> {
  const renewed = loaded.hasManifest ? ok() : await store.renewManifest()
  if (!renewed.ok) return err({ code: 'store-unavailable' })
  await storeHeader(database, opening.found.files)
  return ok(await mendCopy(opening, database, store, copyFits && loaded.hasManifest))
}

function storeOf(
  { workers, durable, onCommitted, upgrader }: Opening,
  database: VaultDatabase,
  { model, headPackRevs, headRows, state }: LoadedVault,
): VaultStore {
  return new VaultStore({
    database,
    durable,
    crypto: workers.call,
    model,
    state,
    headRows,
    headPackRevs,
    upgrader,
    onCommitted,
  })
}

/** The second copy must end with the commit that the store ends with, and its header must open this vault. */
async function mendCopy(
  { found, durable, onProgress }: Opening,
  database: VaultDatabase,
  store: VaultStore,
  fits: boolean,
): Promise<CopyState> {
  if (!found.look) return 'unavailable'
  const kept = found.look.header
  const isKept =
    found.look.headers === 'good' &&
    kept?.databaseName === database.name &&
    sameBytes(kept.header, found.files.header) &&
    sameBytes(kept.keyring, found.files.keyring)
  if (!isKept && !(await keepHeader(durable, database.name, found.files)).ok) return 'unavailable'
  if (fits) return 'good'
  const rebuilt = await store.rebuildCopy((done, total) => onProgress({ step: 'copying', done, total }))
  return rebuilt.ok ? 'rebuilt' : 'unavailable'
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
