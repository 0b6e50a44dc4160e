import type { Result } from '#shared/domain/result.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import type { ByteSource, HostCalls } from './byte-source.ts'
import type { Watching } from './opened-backup.ts'
import { readItems, readStart } from './read-backup.ts'
import { fillDatabase, loadFilled, openEverything } from './restore-backup.ts'
import { openTwin } from './twin-engine.ts'

export interface RehearsalInput extends Watching {
  readonly source: ByteSource
  /** Name of the vault's first database; the scratch has a name that no vault can have. */
  readonly base: string
}

/**
 * Tries a restore with nothing at stake: reads a backup of the open vault into a scratch database, compares it with its
 * manifest, opens every record, and takes the scratch away again, whatever came of it. Answers with the number of records.
 */
export function rehearse(
  host: HostCalls,
  crypto: Caller<CryptoOperations>,
  { source, base, signal, onProgress }: RehearsalInput,
): Promise<Result<number, BackupFailure>> {
  return settleBackup(async () => {
    const databaseName = `${base.replace(/-\d+$/u, '')}-rehearsal`
    // One that a killed program left behind.
    await deleteScratch(databaseName)
    const twin = await openTwin(crypto)
    try {
      const start = await readStart(source)
      let bytes = 0
      const items = readItems(source, start, twin.call, {
        ...(signal ? { signal } : {}),
        onBytes: (read) => (bytes = read),
      })
      const { header, keyring } = start.header
      const target = { host, databaseName, files: { header, keyring }, keepAttachments: false }
      const database = await fillDatabase(items, signal ? { ...target, signal } : target, (rows, files) =>
        onProgress?.({ stage: 'restoring', rows, files, bytes, totalBytes: source.bytes }),
      )
      try {
        const loaded = await loadFilled(database, twin.call)
        return await openEverything(database, twin.call, loaded, signal)
      } finally {
        database.close()
      }
    } finally {
      twin.end()
      await deleteScratch(databaseName)
    }
  })
}

function deleteScratch(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    // Blocked or refused: the scratch stays and is tried again next time; the vault has another name.
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}
