import { backupPartBytes } from '#shared/contract/backup-methods.ts'
import type { BackupFile } from '#shared/vault/backup-parts.ts'
import type { BackupItem } from '#shared/vault/backup-reader.ts'
import { createBodyReader, DamagedBody } from '../store/body-reader.ts'
import { createDatabase, openDatabase } from '../store/database.ts'
import type { VaultDatabase } from '../store/database.ts'
import { loadVault } from '../store/load-vault.ts'
import type { LoadedVault } from '../store/load-vault.ts'
import { noteAllBodies } from '../store/note-rows.ts'
import { applyRows } from '../store/restore-rows.ts'
import type { CryptoOperations, VaultFiles } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { BackupStopped, orStop, stopIfAborted } from './backup-failure.ts'
import type { HostCalls } from './byte-source.ts'

/** Where rows and attachments go while a backup is restored beside the vault. */
export interface RestoreTarget {
  readonly host: HostCalls
  readonly databaseName: string
  /** Header and keyring of the backup. */
  readonly files: VaultFiles
  /** False in a rehearsal: attachments are read and not kept. */
  readonly keepAttachments: boolean
  readonly signal?: AbortSignal
}

/**
 * Writes a backup into a new database. Its state comes last: until then it is no vault, and `removeUnfinished` may take
 * it away. A failure leaves no database. Rejects with `BackupStopped`.
 */
export async function fillDatabase(
  items: AsyncIterable<BackupItem>,
  target: RestoreTarget,
  onProgress?: (rows: number, files: number) => void,
): Promise<VaultDatabase> {
  const database = await createDatabase(target.databaseName, { ...target.files, state: new Uint8Array() })
  const done = { rows: 0, files: 0 }
  const attachments = new AttachmentWriter(target)
  let state: Uint8Array | undefined
  try {
    for await (const item of items) {
      stopIfAborted(target.signal)
      if (item.kind === 'rows') {
        state = item.rows.find(({ table }) => table === 'meta')?.value ?? state
        await applyRows(
          database,
          item.rows.filter(({ table }) => table !== 'meta'),
        )
        done.rows += item.rows.length
      } else if (item.kind === 'file') {
        await attachments.begin(item.file)
        done.files += 1
      } else if (item.kind === 'file-content') {
        await attachments.write(item.content)
      }
      onProgress?.(done.rows, done.files)
    }
    await attachments.end()
    if (!state) throw new BackupStopped('damaged-backup')
    await database.meta.put(state, 'state')
    return database
  } catch (error) {
    await attachments.abort()
    await database.delete()
    throw error
  }
}

/** Opens all heads of a filled database and compares every row with its manifest. Rejects with `BackupStopped`. */
export async function loadFilled(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
): Promise<LoadedVault> {
  const loaded = orStop(await loadVault(database, crypto))
  await noteAllBodies(database, crypto, (work) => work())
  const { heads, bodies, bodyNames } = await crypto('checkManifest', {})
  if (loaded.damage.length > 0 || heads !== true || bodies !== true || !bodyNames) {
    throw new BackupStopped('store-unavailable')
  }
  return loaded
}

/** Opens every body of a filled database; answers how many records there are. Rejects with `BackupStopped`. */
export async function openEverything(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  { model, records }: LoadedVault,
  signal?: AbortSignal,
): Promise<number> {
  const reader = createBodyReader(database, crypto, { model: () => model, settled: async () => undefined })
  // Neighbours in a pack together, so that each pack is opened about once.
  const entries = [...model.all()].sort((a, b) => (a.bodyPack ?? 0) - (b.bodyPack ?? 0))
  for (let start = 0; start < entries.length; start += openedAtOnce) {
    stopIfAborted(signal)
    const bodies = await reader.readMany(entries.slice(start, start + openedAtOnce))
    if (bodies.some((body) => body instanceof DamagedBody)) throw new BackupStopped('damaged-backup')
  }
  return records
}

/** Takes away databases of restores that were cut off: they have a header and no state. The vault's own is left alone. */
export async function removeUnfinished(base: string, current: string): Promise<void> {
  const root = base.replace(/-\d+$/u, '')
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || name === current || !name.startsWith(`${root}-`)) continue
    const database = await openDatabase(name)
    const [header, state] = await database.meta.bulkGet(['header', 'state'])
    if (header !== undefined && state?.length === 0) await database.delete()
    else database.close()
  }
}

const openedAtOnce = 512

/** Hands attachments to the host; one that is there already is the same: names are random and files never change. */
class AttachmentWriter {
  readonly #target: RestoreTarget
  #current: { readonly file: BackupFile; at: number; readonly isThere: boolean } | undefined

  constructor(target: RestoreTarget) {
    this.#target = target
  }

  async begin(file: BackupFile): Promise<void> {
    await this.end()
    if (!this.#target.keepAttachments) return
    const begun = await this.#target.host.call('attachments.begin', file)
    const isThere = !begun.ok && begun.error.code === 'exists'
    if (!isThere) orStop(begun)
    this.#current = { file, at: 0, isThere }
  }

  async write(content: Uint8Array): Promise<void> {
    const current = this.#current
    if (!current || current.isThere) return
    for (let start = 0; start < content.length; start += backupPartBytes) {
      const bytes = content.subarray(start, start + backupPartBytes)
      const { name } = current.file
      orStop(await this.#target.host.call('attachments.write', { name, at: current.at, bytes }))
      current.at += bytes.length
    }
  }

  async end(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    if (!current || current.isThere) return
    orStop(await this.#target.host.call('attachments.finish', { name: current.file.name }))
  }

  async abort(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    if (!current || current.isThere) return
    await this.#target.host.call('attachments.abort', { name: current.file.name })
  }
}
