import { backupPartBytes } from '#shared/contract/backup-methods.ts'
import { backupPrefixLength, backupStartBytes, decodeBackupPrefix } from '#shared/vault/backup-header.ts'
import type { BackupHeader } from '#shared/vault/backup-header.ts'
import { readBackupContent } from '#shared/vault/backup-reader.ts'
import type { BackupItem } from '#shared/vault/backup-reader.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { orStop, stopIfAborted } from './backup-failure.ts'
import type { ByteSource } from './byte-source.ts'

/** The first bytes of a backup, not yet proved to be genuine. */
export interface BackupStart {
  readonly prefix: Uint8Array
  readonly header: BackupHeader
}

/** Reads what a file says about itself. Rejects with `BackupStopped`. */
export async function readStart(source: ByteSource): Promise<BackupStart> {
  const length = orStop(backupPrefixLength(await readExactly(source, 0, backupStartBytes)))
  const prefix = await readExactly(source, 0, length)
  const decoded = orStop(decodeBackupPrefix(prefix))
  return { prefix, header: decoded.header }
}

export interface ReadingOptions {
  readonly signal?: AbortSignal
  /** Called with the bytes of the file that were read. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Reads a whole backup, opening it in the crypto worker. Only with the item `end` it is known to be complete.
 * Rejects with `BackupStopped` or `DamagedContent`.
 */
export async function* readItems(
  source: ByteSource,
  { prefix }: BackupStart,
  crypto: Caller<CryptoOperations>,
  options: ReadingOptions = {},
): AsyncGenerator<BackupItem> {
  const handle = orStop(await crypto('openBackup', { prefix }))
  try {
    yield* readBackupContent(openedParts(source, prefix.length, handle, crypto, options))
  } finally {
    await crypto('closeBackup', { handle })
  }
}

async function* openedParts(
  source: ByteSource,
  start: number,
  handle: number,
  crypto: Caller<CryptoOperations>,
  { signal, onBytes }: ReadingOptions,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < source.bytes;) {
    stopIfAborted(signal)
    const data = orStop(await source.read(at, backupPartBytes))
    if (data.length === 0) break
    at += data.length
    yield orStop(await crypto('openBackupPart', { handle, data, last: at >= source.bytes }))
    onBytes?.(at)
  }
}

async function readExactly(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  // A file shorter than this is cut off, or none of ours: what reads the bytes tells which.
  return orStop(await source.read(offset, length))
}
