import { backupPartBytes } from '#shared/contract/backup-methods.ts'
import type { StoredAttachment } from '#shared/contract/file-methods.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BackupManifest, BackupRow } from '#shared/vault/backup-parts.ts'
import { SourceChanged, writeBackupContent } from '#shared/vault/backup-writer.ts'
import type { FileSource } from '#shared/vault/backup-writer.ts'
import type { CryptoOperations, VaultFiles } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { BackupStopped, orStop, settleBackup, stopIfAborted } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import type { HostCalls } from './byte-source.ts'

/** What a backup is made from. */
export interface BackupParts {
  readonly host: HostCalls
  readonly crypto: Caller<CryptoOperations>
  /** Header and keyring as they are now, belonging together. */
  readonly files: () => Promise<VaultFiles>
  /** Version of the program. */
  readonly app: string
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string
  /** Version of the layout of rows. */
  readonly layout: number
}

/** How far a backup is. */
export interface BackupProgress {
  readonly stage: 'writing' | 'checking' | 'restoring'
  readonly rows: number
  readonly files: number
  /** Bytes of the file so far; the total is an estimate while it is written. */
  readonly bytes: number
  readonly totalBytes: number
}

export interface BackupRun {
  /** Id of a folder that the person chose. */
  readonly folder: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: BackupProgress) => void
}

export interface WrittenBackup {
  readonly name: string
  readonly bytes: number
  readonly sequence: number
}

/**
 * Writes a backup into a folder, under a temporary name until it is whole. The rows are those after one commit: the host
 * reads them from its copy as of that commit, whatever is committed meanwhile. Nothing half is left after a failure.
 *
 * Errors: `cancelled`, `disk-full`, `not-writable`, `folder-gone`, `not-readable`, `second-copy-damaged`.
 */
export async function writeBackup(
  parts: BackupParts,
  run: BackupRun,
): Promise<Result<WrittenBackup, BackupFailure>> {
  const first = await settleBackup(() => writeOnce(parts, run))
  // An attachment was removed, or the keys changed, while it was written: what is there now is taken from the start.
  return !first.ok && first.error.code === 'not-readable' ? settleBackup(() => writeOnce(parts, run)) : first
}

async function writeOnce(parts: BackupParts, run: BackupRun): Promise<WrittenBackup> {
  const { host, crypto } = parts
  const files = await parts.files()
  const picture = orStop(await host.call('durable.read', { after: 0, upTo: null }))
  const manifest: BackupManifest = {
    sequence: picture.seq,
    layout: parts.layout,
    rows: picture.rows,
    files: (await listAttachments(host)).map(({ name, bytes }) => ({ name, bytes })),
  }
  await ensureUnchanged(parts, files)
  const { token } = orStop(await host.call('backup.begin', { folder: run.folder }))
  try {
    const started = await crypto('beginBackup', { createdAt: parts.now(), app: parts.app, ...files })
    await sealInto(parts, run, { token, ...started }, manifest, picture)
    const finished = orStop(await host.call('backup.finish', { token }))
    return { ...finished, sequence: manifest.sequence }
  } catch (error) {
    await host.call('backup.cancel', { token })
    throw error
  }
}

/** A keyring from before the keys changed would not open rows from after it. */
async function ensureUnchanged(parts: BackupParts, { header }: VaultFiles): Promise<void> {
  const now = await parts.files()
  const isSame = now.header.length === header.length && now.header.every((byte, at) => byte === header[at])
  if (!isSame) throw new SourceChanged()
}

interface Picture {
  readonly token: string
  readonly bytes: number
}

interface Target {
  readonly token: string
  readonly handle: number
  readonly prefix: Uint8Array
}

async function sealInto(
  { host, crypto }: BackupParts,
  { signal, onProgress }: BackupRun,
  { token, handle, prefix }: Target,
  manifest: BackupManifest,
  picture: Picture,
): Promise<void> {
  const totalBytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, picture.bytes)
  const done = { rows: 0, files: 0, bytes: 0 }
  const write = async (bytes: Uint8Array) => {
    stopIfAborted(signal)
    if (bytes.length === 0) return
    done.bytes = orStop(await host.call('backup.write', { token, bytes })).bytes
    onProgress?.({ stage: 'writing', ...done, totalBytes })
  }
  const rows = counted(readPicture(host, picture.token), (batch) => (done.rows += batch.length))
  const files = counted(readAttachments(host, manifest.files), () => (done.files += 1))
  await write(prefix)
  for await (const data of writeBackupContent({ manifest, rows, files })) {
    await write(await crypto('sealBackup', { handle, data, last: false }))
  }
  await write(await crypto('sealBackup', { handle, data: new Uint8Array(), last: true }))
}

async function* counted<T>(source: AsyncIterable<T>, count: (each: T) => void): AsyncGenerator<T> {
  for await (const each of source) {
    count(each)
    yield each
  }
}

/** The rows of one commit, a part at a time. */
async function* readPicture(host: HostCalls, token: string): AsyncGenerator<readonly BackupRow[]> {
  for (;;) {
    const part = await host.call('durable.read.next', { token })
    // The host answers `token-unknown` when it lost the thread, not when the person stopped it.
    if (!part.ok) throw new BackupStopped('not-readable')
    yield part.value.rows.flatMap(({ table, name, value }) => (value ? [{ table, name, value }] : []))
    if (part.value.done) return
  }
}

async function listAttachments(host: HostCalls): Promise<readonly StoredAttachment[]> {
  const all: StoredAttachment[] = []
  for (;;) {
    const { files, done } = orStop(await host.call('attachments.list', { after: all.at(-1)?.name ?? null }))
    all.push(...files)
    if (done || files.length === 0) return all
  }
}

async function* readAttachments(
  host: HostCalls,
  attachments: BackupManifest['files'],
): AsyncGenerator<FileSource> {
  for (const { name, bytes } of attachments) yield { name, bytes, content: readAttachment(host, name, bytes) }
}

async function* readAttachment(host: HostCalls, name: string, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes;) {
    const part = orStop(await host.call('attachments.read', { name, at, length: backupPartBytes }))
    if (part.total !== bytes || part.bytes.length === 0) throw new SourceChanged()
    at += part.bytes.length
    yield part.bytes
  }
}
