import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { filePartBytes } from '#shared/contract/file-methods.ts'
import type { BackupFile } from '#shared/vault/backup-parts.ts'
import { DamagedContent } from '#shared/vault/backup-reader.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { BackupStopped, orStop, settleBackup, stopIfAborted } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import { folderSource } from './byte-source.ts'
import type { ByteSource, HostCalls } from './byte-source.ts'
import { readItems, readStart } from './read-backup.ts'

/** A file of a case as its record tells of it. */
export interface WantedFile {
  readonly entry: RecordEntry<'attachment'>
  readonly contentKey: string
}

export interface FileRestore {
  readonly host: HostCalls
  readonly crypto: Caller<CryptoOperations>
  /** Id of the folder of backups. */
  readonly folder: string
  readonly signal?: AbortSignal
  /** How far the reading of a backup is. */
  readonly onProgress?: (read: number, total: number) => void
}

/** `no-whole-file`: none of the backups there has it whole. */
export type FileRestoreFailure = BackupFailure | { readonly code: 'no-whole-file' }

/**
 * Takes one file out of the newest backup that has it whole and puts it in the place of the one that is missing or damaged.
 * Every byte is authenticated, and the whole compared with size and fingerprint of the record, before it gets its name; the
 * damaged one is set aside. Answers with the instant of the backup. Errors: also those of reading a backup.
 */
export async function restoreFile(
  work: FileRestore,
  wanted: WantedFile,
): Promise<Result<{ readonly at: string }, FileRestoreFailure>> {
  const listed = await settleBackup(async () =>
    orStop(await work.host.call('backup.list', { folder: work.folder })),
  )
  if (!listed.ok) return listed
  const newestFirst = listed.value.backups.toSorted((a, b) => b.at.localeCompare(a.at))
  for (const { name } of newestFirst) {
    const taken = await settleBackup(() => takeFrom(work, name, wanted))
    // Another vault's backup, a damaged one: an older one may still have the file.
    if (!taken.ok && endsAll.has(taken.error.code)) return taken
    if (taken.ok && taken.value) return ok({ at: taken.value })
  }
  return err({ code: 'no-whole-file' })
}

const endsAll: ReadonlySet<string> = new Set(['cancelled', 'disk-full', 'not-writable', 'locked'])

async function takeFrom(work: FileRestore, name: string, wanted: WantedFile): Promise<string | undefined> {
  const source = await folderSource(work.host, work.folder, name)
  try {
    const start = await readStart(source)
    return (await copyOut(work, source, start, wanted)) ? start.header.createdAt : undefined
  } finally {
    await source.close()
  }
}

/** Reads a backup up to the end of the file; answers whether the file was there, whole, and is in its place now. */
async function copyOut(
  work: FileRestore,
  source: ByteSource,
  start: Awaited<ReturnType<typeof readStart>>,
  wanted: WantedFile,
): Promise<boolean> {
  let copy: FileCopy | undefined
  try {
    const items = readItems(source, start, work.crypto, {
      ...(work.signal ? { signal: work.signal } : {}),
      onBytes: (read) => work.onProgress?.(read, source.bytes),
    })
    for await (const item of items) {
      stopIfAborted(work.signal)
      if (item.kind === 'file') copy = await beginCopy(work, item.file, wanted)
      if (item.kind !== 'file-content' || !copy) continue
      await copy.take(item.content)
      if (copy.isEnded) return await copy.finish()
    }
    return false
  } catch (error) {
    if (error instanceof DamagedContent) throw new BackupStopped('damaged-backup')
    throw error
  } finally {
    await copy?.drop()
  }
}

async function beginCopy(
  { host, crypto }: FileRestore,
  file: BackupFile,
  { entry: { head }, contentKey }: WantedFile,
): Promise<FileCopy | undefined> {
  if (file.name !== head.storedAs) return undefined
  const { sha256, sizeBytes } = head
  const handle = await crypto('beginOpenFile', { name: file.name, contentKey, sha256, sizeBytes })
  orStop(await host.call('attachments.begin', { ...file, replace: true }))
  return new FileCopy(host, crypto, file, handle)
}

/** A file on its way from a backup to its place: written and opened side by side. */
class FileCopy {
  readonly #host: HostCalls
  readonly #crypto: Caller<CryptoOperations>
  readonly #file: BackupFile
  readonly #handle: number
  #at = 0
  #isWhole = true
  #isOver = false

  constructor(host: HostCalls, crypto: Caller<CryptoOperations>, file: BackupFile, handle: number) {
    this.#host = host
    this.#crypto = crypto
    this.#file = file
    this.#handle = handle
  }

  /** Nothing more is to be read: all of it came, or a part that is not right. */
  get isEnded(): boolean {
    return !this.#isWhole || this.#at >= this.#file.bytes
  }

  async take(content: Uint8Array): Promise<void> {
    const { name, bytes: total } = this.#file
    for (let start = 0; start < content.length && this.#isWhole; start += filePartBytes) {
      const bytes = content.slice(start, start + filePartBytes)
      orStop(await this.#host.call('attachments.write', { name, at: this.#at, bytes }))
      this.#at += bytes.length
      const last = this.#at >= total
      const opened = await this.#crypto('openFilePart', { handle: this.#handle, sealed: bytes, last })
      this.#isWhole = opened.ok
    }
  }

  /** Gives the file its name, if every byte of it was right. */
  async finish(): Promise<boolean> {
    if (!this.#isWhole) return false
    this.#isOver = true
    orStop(await this.#host.call('attachments.finish', { name: this.#file.name }))
    return true
  }

  /** Lets go of what was not finished. */
  async drop(): Promise<void> {
    await this.#crypto('dropFile', { handle: this.#handle })
    if (!this.#isOver) await this.#host.call('attachments.abort', { name: this.#file.name })
  }
}
