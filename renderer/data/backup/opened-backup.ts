import type { Result } from '#shared/domain/result.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { vaultCode } from '#shared/vault/recovery-key.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'
import { startVaultWorkers } from '../workers/vault-workers.ts'
import type { VaultWorkers, WorkerFactory } from '../workers/vault-workers.ts'
import { freeDatabaseName } from '../store/database.ts'
import { BackupStopped, orStop, settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import type { ByteSource, HostCalls } from './byte-source.ts'
import { checkItems } from './check-backup.ts'
import type { BackupFacts } from './check-backup.ts'
import type { BackupProgress } from './make-backup.ts'
import { readItems, readStart } from './read-backup.ts'
import type { BackupStart } from './read-backup.ts'
import { fillDatabase, loadFilled } from './restore-backup.ts'
import { openTwin } from './twin-engine.ts'

/** What opens a backup: the passphrase or the recovery key of the time when it was made. */
export type BackupSecret = { readonly passphrase: string } | { readonly recoveryKey: string }

export interface Watching {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: BackupProgress) => void
}

/** A backup whose keys are held in a crypto worker of its own, apart from any open vault. */
export class OpenedBackup {
  readonly createdAt: string
  /** Code of the recovery kit of its vault. */
  readonly vault: string
  readonly #source: ByteSource
  readonly #start: BackupStart
  readonly #workers: VaultWorkers
  #facts: BackupFacts | undefined

  private constructor(source: ByteSource, start: BackupStart, workers: VaultWorkers, vault: string) {
    this.#source = source
    this.#start = start
    this.#workers = workers
    this.createdAt = start.header.createdAt
    this.vault = vault
  }

  /**
   * Opens a file with its passphrase or recovery key. Errors: `not-a-backup`, `newer-backup`, `damaged-backup`,
   * `unsafe-header`, `wrong-passphrase`, `wrong-recovery-key`, `mistyped`, `derivation-failed`, `not-readable`.
   */
  static open(
    source: ByteSource,
    factory: WorkerFactory,
    secret: BackupSecret,
  ): Promise<Result<OpenedBackup, BackupFailure>> {
    return settleBackup(async () => {
      const start = await readStart(source)
      const header = orStop(await decodeHeader(start.header.header))
      const workers = startVaultWorkers(factory)
      try {
        const files = filesOf(start)
        const unlocked =
          'passphrase' in secret
            ? await workers.unlockWithPassphrase(files, secret.passphrase, header.passphrase.kdf)
            : await workers.call('unlockWithRecoveryKey', { ...files, recoveryKey: secret.recoveryKey })
        if (!unlocked.ok && unlocked.error.code === 'wrong-key' && 'recoveryKey' in secret) {
          throw new BackupStopped('wrong-recovery-key')
        }
        orStop(unlocked)
        return new OpenedBackup(source, start, workers, await vaultCode(header.vaultId))
      } catch (error) {
        workers.terminate()
        throw error
      }
    })
  }

  /** Header and keyring of the vault as it was. */
  get files(): VaultFiles {
    return filesOf(this.#start)
  }

  /** Reads the whole file and compares all of it with its manifest; nothing else is touched. Errors: `damaged-backup`, `cancelled`. */
  check(watching: Watching = {}): Promise<Result<BackupFacts, BackupFailure>> {
    return settleBackup(async () => {
      const twin = await openTwin(this.#workers.call)
      try {
        const { items, report } = this.#read('checking', watching)
        this.#facts = await checkItems(items, twin.call, report)
        return this.#facts
      } finally {
        twin.end()
      }
    })
  }

  /**
   * Writes the backup into a database of its own beside every other, and compares what is there with the manifest. Only after
   * `check`. Answers with the name of the database; the vault in use is as it was.
   */
  restoreBeside(
    host: HostCalls,
    base: string,
    watching: Watching = {},
  ): Promise<Result<string, BackupFailure>> {
    return settleBackup(async () => {
      const facts = this.#facts
      if (!facts) throw new BackupStopped('damaged-backup')
      const { items, report } = this.#read('restoring', watching)
      const databaseName = await freeDatabaseName(base)
      const { signal } = watching
      const target = { host, databaseName, files: this.files, keepAttachments: true }
      const database = await fillDatabase(items, signal ? { ...target, signal } : target, report)
      const twin = await openTwin(this.#workers.call)
      try {
        const loaded = await loadFilled(database, twin.call)
        if (loaded.records !== facts.records.size) throw new BackupStopped('store-unavailable')
        // Once this is the vault, its history says where it came from.
        const plain = encodeValue({ at: this.createdAt })
        await database.meta.put(await twin.call('sealLocal', { name: 'restored', plain }), 'restored')
        database.close()
      } catch (error) {
        await database.delete()
        throw error
      } finally {
        twin.end()
      }
      return databaseName
    })
  }

  /** Lets go of the keys and of the file. */
  async close(): Promise<void> {
    this.#workers.terminate()
    await this.#source.close()
  }

  #read(stage: BackupProgress['stage'], { signal, onProgress }: Watching) {
    const totalBytes = this.#source.bytes
    let bytes = 0
    const items = readItems(this.#source, this.#start, this.#workers.call, {
      ...(signal ? { signal } : {}),
      onBytes: (read) => (bytes = read),
    })
    const report = (rows: number, files: number) => onProgress?.({ stage, rows, files, bytes, totalBytes })
    return { items, report }
  }
}

function filesOf({ header: { header, keyring } }: BackupStart): VaultFiles {
  return { header, keyring }
}
