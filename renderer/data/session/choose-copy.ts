import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { DurableLook } from '#shared/contract/vault-files.ts'
import { freeDatabaseName } from '../store/database.ts'
import type { VaultDatabase } from '../store/database.ts'
import { loadVault } from '../store/load-vault.ts'
import type { LoadedVault } from '../store/load-vault.ts'
import { noteAllBodies } from '../store/note-rows.ts'
import { catchUp, restoreInto } from '../store/restore-rows.ts'
import { keepHeader } from './header-copies.ts'
import type { Opening } from './open-vault.ts'
import type { RecoveryReason } from './probe-vault.ts'
import { isDiskFull, isStoreFailure } from './vault-problem.ts'
import type { VaultProblem } from './vault-problem.ts'

/** What became of the second copy at this unlock. */
export type CopyState = 'good' | 'rebuilt' | 'unavailable'

/** A vault that was put back from its second copy. */
export interface Restored {
  readonly reason: RecoveryReason
  readonly records: number
  /** False when the second copy was damaged itself, so that the newest changes may be missing. */
  readonly isWhole: boolean
}

/** The database that is the vault from now on. */
export interface Chosen {
  readonly database: VaultDatabase
  readonly loaded: LoadedVault
  readonly restored: Restored | undefined
  /** Whether the second copy ends with the same commit. */
  readonly copyFits: boolean
}

/**
 * Decides between the store and its second copy, and brings the store up to it where it is one commit behind. Neither is
 * ever written over the other: what is put back goes into a database of its own, and the old one stays.
 */
export async function chooseCopy(opening: Opening): Promise<Result<Chosen, VaultProblem>> {
  const { workers, upgrader } = opening
  const { database, look, reason } = opening.found
  if (!database) {
    return opening.isReadOnly
      ? err({ code: 'opened-elsewhere' })
      : restore(opening, reason ?? 'store-missing')
  }
  const loaded = await loadCaughtUp(opening, database).catch(unreadable)
  if (loaded === 'unreadable') return restore(opening, 'store-damaged')
  if (!loaded.ok) return loaded
  const own: Chosen = {
    database,
    loaded: loaded.value,
    restored: undefined,
    copyFits: look?.journal.state === 'good' && look.journal.lastSeq === loaded.value.state.sequence,
  }
  if (opening.isReadOnly || !look || !isCopyBetter(look, loaded.value)) return ok(own)
  const restored = await restore(opening, 'records-differ')
  if (restored.ok) {
    database.close()
    return restored
  }
  // The worker has looked at the rows of the other database in between.
  const again = await loadVault(database, workers.call, upgrader)
  return again.ok ? ok({ ...own, loaded: again.value }) : again
}

function unreadable(error: unknown): 'unreadable' {
  if (isStoreFailure(error)) return 'unreadable'
  throw error
}

async function loadCaughtUp(
  { found: { look }, workers, durable, isReadOnly, upgrader }: Opening,
  database: VaultDatabase,
): Promise<Result<LoadedVault, VaultProblem>> {
  const loaded = await loadVault(database, workers.call, upgrader)
  if (!loaded.ok || !look || isReadOnly || loaded.value.damage.length > 0) return loaded
  const { sequence } = loaded.value.state
  // The program was stopped after the copy had the last commit and before the store had it.
  if (look.journal.lastSeq !== sequence + 1) return loaded
  if (!(await catchUp(database, durable, sequence, sequence + 1))) return loaded
  return loadVault(database, workers.call, upgrader)
}

/** The store lacks something that the second copy has: rows are not as they were sealed, or whole commits are missing. */
function isCopyBetter({ journal, header }: DurableLook, { damage, state }: LoadedVault): boolean {
  if (!header || journal.lastSeq === 0) return false
  return journal.lastSeq > state.sequence || (damage.length > 0 && journal.lastSeq === state.sequence)
}

/** A browser whose storage is damaged as a whole may refuse new databases too; only its folder can help then. */
function restore(opening: Opening, reason: RecoveryReason): Promise<Result<Chosen, VaultProblem>> {
  return restoreBeside(opening, reason).catch((error: unknown) => {
    if (isStoreFailure(error)) return err({ code: isDiskFull(error) ? 'disk-full' : 'store-broken' })
    throw error
  })
}

/** Puts the vault back into a database of its own, compares all of it with its manifest, and only then points to it. */
async function restoreBeside(
  opening: Opening,
  reason: RecoveryReason,
): Promise<Result<Chosen, VaultProblem>> {
  const { found, durable, onProgress } = opening
  const { look, files, databaseName } = found
  if (!look) return err({ code: 'folder-unreadable' })
  const isWhole = look.journal.state === 'good'
  const name = await freeDatabaseName(databaseName)
  const restored = await restoreInto(
    name,
    files,
    durable,
    isWhole ? null : look.journal.lastSeq,
    (done, total) => onProgress({ step: 'restoring', done, total }),
  )
  if (!restored.ok) return err({ code: restored.error === 'disk-full' ? 'disk-full' : 'both-damaged' })
  const database = restored.value
  const loaded = await loadWhole(opening, database)
  const canStay = loaded.ok && (loaded.value.damage.length === 0 || !found.database)
  const kept = canStay ? await keepHeader(durable, name, files) : ok()
  if (!loaded.ok || !canStay || !kept.ok) {
    // Made just now and of no use: left here, each attempt would fill the disk a little more.
    await database.delete()
    return loaded.ok ? err({ code: kept.ok ? 'both-damaged' : 'folder-unwritable' }) : loaded
  }
  const { records } = loaded.value
  return ok({ database, loaded: loaded.value, restored: { reason, records, isWhole }, copyFits: isWhole })
}

/** Opens all heads and compares every row, bodies too. */
async function loadWhole(
  { workers, upgrader }: Opening,
  database: VaultDatabase,
): Promise<Result<LoadedVault, VaultProblem>> {
  const opened = await loadVault(database, workers.call, upgrader)
  if (!opened.ok) return opened
  await noteAllBodies(database, workers.call, (work) => work())
  const check = opened.value.hasManifest ? await workers.call('checkManifest', {}) : undefined
  const differs = check?.bodies === false && opened.value.damage.length === 0
  return ok<LoadedVault>(differs ? { ...opened.value, damage: [{ code: 'other-records' }] } : opened.value)
}
