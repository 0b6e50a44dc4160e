import { createReadModel } from '../store/read-model.ts'
import type { ReadModel } from '../store/read-model.ts'
import { createBodyReader } from '../store/body-reader.ts'
import type { BodyReader } from '../store/body-reader.ts'
import type { VaultDatabase } from '../store/database.ts'
import { loadVault } from '../store/load-vault.ts'
import type { Damage } from '../store/load-vault.ts'
import { VaultStore } from '../store/vault-store.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'
import type { VaultProblem } from './vault-problem.ts'

/** Everything that exists only between unlock and lock. */
export interface OpenVault {
  readonly database: VaultDatabase
  readonly workers: VaultWorkers
  readonly store: VaultStore
  readonly bodies: BodyReader
  readonly damage: readonly Damage[]
  readonly release: () => void
}

/** Opens all heads of a vault whose keys the crypto worker holds. */
export async function openVault(
  database: VaultDatabase,
  workers: VaultWorkers,
  release: () => void,
  onCommitted: (model: ReadModel) => void,
): Promise<Result<OpenVault, VaultProblem>> {
  const loaded = await loadVault(database, workers.call)
  if (!loaded.ok) return loaded
  const { entries, headPackRevs, headRows, state, damage, hasManifest } = loaded.value
  const model = createReadModel(entries)
  const store = new VaultStore({
    database,
    crypto: workers.call,
    model,
    state,
    headRows,
    headPackRevs,
    onCommitted,
  })
  const renewed = hasManifest ? ok() : await store.renewManifest()
  if (!renewed.ok) return err({ code: 'store-unavailable' })
  return ok({
    database,
    workers,
    store,
    bodies: createBodyReader(database, workers.call, store),
    damage,
    release,
  })
}
