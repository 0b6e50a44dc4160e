import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { ByteReader, concatBytes, equalInConstantTime, u32, utf8 } from './bytes.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'
import { deriveBytes, hmac, importMacKey, sha256 } from './primitives.ts'
import type { SecretKey } from './primitives.ts'

/** What a backup says about itself before it is opened. Nothing of it is secret; all of it is authenticated. */
export interface BackupHeader {
  /** Instant of the backup, ISO 8601 in UTC. */
  readonly createdAt: string
  /** Version of the program that wrote it. */
  readonly app: string
  /** The vault's header of that time: its slots are what opens the backup. */
  readonly header: Uint8Array
  /** The vault's sealed keyring of that time, which belongs to the header. */
  readonly keyring: Uint8Array
  /** Fresh for each backup; the keys of the content come from it. */
  readonly salt: Uint8Array
}

/** The first bytes of a file, taken apart. `length` is where the content begins. */
export interface BackupPrefix {
  readonly header: BackupHeader
  readonly length: number
  readonly authenticated: Uint8Array
  readonly mac: Uint8Array
}

/** Why a file is not a backup that can be used. Nothing of its content is given out with any of them. */
export type BackupProblem =
  { readonly code: 'not-a-backup' } | { readonly code: 'newer-backup' } | { readonly code: 'damaged-backup' }

const magic = utf8('CV1B')
const format = 1
const macBytes = 32
const lengthAt = magic.length
const headerAt = lengthAt + 4

/** Bytes of the salt of a backup. */
export const backupSaltBytes = 32

/** Content between two seals. */
export const backupChunkBytes = 65_536

/** Bytes to read before the length of the whole prefix is known. */
export const backupStartBytes = headerAt

/** More than any header of ours; a longer one is not read. */
export const largestBackupHeader = 16_384

/** The first bytes of a backup: magic, header, and the MAC over both. */
export async function encodeBackupPrefix(backupKey: SecretKey, header: BackupHeader): Promise<Uint8Array> {
  const encoded = encodeValue({ ...header, chunk: backupChunkBytes, format })
  const authenticated = concatBytes(magic, u32(encoded.length), encoded)
  return concatBytes(authenticated, await macOf(backupKey, header.salt, authenticated))
}

/** How long the prefix is, from its first `backupStartBytes` bytes. Errors: `not-a-backup`, `newer-backup`, `damaged-backup`. */
export function backupPrefixLength(start: Uint8Array): Result<number, BackupProblem> {
  if (start.length < headerAt) return err({ code: 'not-a-backup' })
  if (start[0] !== magic[0] || start[1] !== magic[1] || start[3] !== magic[3])
    return err({ code: 'not-a-backup' })
  const major = start[2] ?? 0
  if (major >= 0x32 && major <= 0x39) return err({ code: 'newer-backup' })
  if (major !== magic[2]) return err({ code: 'not-a-backup' })
  const length = new ByteReader(start.subarray(lengthAt)).unsigned(4) ?? 0
  return length > largestBackupHeader ? err({ code: 'damaged-backup' }) : ok(headerAt + length + macBytes)
}

/** Takes the prefix apart; only `checkBackupPrefix` tells whether it is genuine. Errors as of `backupPrefixLength`. */
export function decodeBackupPrefix(bytes: Uint8Array): Result<BackupPrefix, BackupProblem> {
  const length = backupPrefixLength(bytes)
  if (!length.ok) return length
  if (bytes.length < length.value) return err({ code: 'damaged-backup' })
  const macAt = length.value - macBytes
  const decoded = decodeValue(bytes.subarray(headerAt, macAt))
  const header = decoded.ok ? readHeader(decoded.value) : undefined
  if (header === 'newer') return err({ code: 'newer-backup' })
  if (!header) return err({ code: 'damaged-backup' })
  return ok({
    header,
    length: length.value,
    authenticated: bytes.slice(0, macAt),
    mac: bytes.slice(macAt, length.value),
  })
}

/** Tells whether the prefix was written with this key, unchanged. */
export async function checkBackupPrefix(backupKey: SecretKey, prefix: BackupPrefix): Promise<boolean> {
  return equalInConstantTime(await macOf(backupKey, prefix.header.salt, prefix.authenticated), prefix.mac)
}

/** What the content's chunks are bound to: the whole header of this one backup. */
export function backupFileId(authenticated: Uint8Array): Promise<Uint8Array> {
  return sha256(authenticated)
}

/** The key of the content, for the cipher of chunks. The caller wipes it. */
export function backupContentKey(backupKey: SecretKey, salt: Uint8Array): Promise<Uint8Array> {
  return deriveBytes(backupKey, salt, utf8('cv1/bak/content'), 32)
}

async function macOf(backupKey: SecretKey, salt: Uint8Array, authenticated: Uint8Array): Promise<Uint8Array> {
  const key = await importMacKey(await deriveBytes(backupKey, salt, utf8('cv1/bak/header'), 32))
  return hmac(key, authenticated)
}

const fields = ['app', 'chunk', 'createdAt', 'format', 'header', 'keyring', 'salt']
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/

function readHeader(value: unknown): BackupHeader | 'newer' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  // An object, as just checked; each member is still to be looked at.
  const found = value as Readonly<Record<string, unknown>>
  if (typeof found['format'] === 'number' && found['format'] > format) return 'newer'
  if (found['format'] !== format || found['chunk'] !== backupChunkBytes) return undefined
  if (Object.keys(found).length !== fields.length || !fields.every((field) => Object.hasOwn(found, field)))
    return undefined
  const { app, createdAt, header, keyring, salt } = found
  if (typeof app !== 'string' || typeof createdAt !== 'string' || !instant.test(createdAt)) return undefined
  if (!(header instanceof Uint8Array) || !(keyring instanceof Uint8Array)) return undefined
  if (!(salt instanceof Uint8Array) || salt.length !== backupSaltBytes) return undefined
  return { app, createdAt, header, keyring, salt }
}
