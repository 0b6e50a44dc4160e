import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { openDatabase } from '../store/database.ts'
import { startVaultWorkers } from '../workers/vault-workers.ts'
import type { WorkerFactory } from '../workers/vault-workers.ts'
import { BackupStopped, orStop, settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import { loadFilled } from './restore-backup.ts'

/**
 * Opens a vault that is kept beside the one in use, compares all of it with its manifest, and closes it again: whoever
 * swaps to it must have its passphrase, and it must be whole. Answers with the number of its records.
 *
 * Errors: `wrong-passphrase`, `derivation-failed`, `store-unavailable`.
 */
export function proveKeptVault(
  factory: WorkerFactory,
  databaseName: string,
  passphrase: string,
): Promise<Result<number, BackupFailure>> {
  return settleBackup(async () => {
    const workers = startVaultWorkers(factory)
    const database = await openDatabase(databaseName)
    try {
      const [header, keyring] = await database.meta.bulkGet(['header', 'keyring'])
      if (!header || !keyring) throw new BackupStopped('store-unavailable')
      const decoded = orStop(await decodeHeader(header))
      orStop(await workers.unlockWithPassphrase({ header, keyring }, passphrase, decoded.passphrase.kdf))
      return (await loadFilled(database, workers.call)).records
    } finally {
      database.close()
      workers.terminate()
    }
  })
}
