import { concatBytes, lengthPrefixed, u32, u64, u8, utf8 } from './bytes.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'
import { storeTables } from './tables.ts'
import type { StoreTable } from './tables.ts'

/** A row of the store as it lies there: sealed. */
export interface BackupRow {
  readonly table: StoreTable
  readonly name: Uint8Array
  readonly value: Uint8Array
}

/** A sealed file beside the store, named by a keyed hash. */
export interface BackupFile {
  readonly name: string
  readonly bytes: number
}

/** What the content is going to hold, said before it. */
export interface BackupManifest {
  /** The commit that the rows belong to. */
  readonly sequence: number
  /** Version of the layout of rows. */
  readonly layout: number
  readonly rows: number
  readonly files: readonly BackupFile[]
}

/** What the content held, said after it. */
export interface BackupTrailer {
  readonly rows: number
  readonly files: number
  /** Bytes before the trailer. */
  readonly bytes: number
  /** `BlockHash` of those bytes. */
  readonly hash: Uint8Array
}

/** Marks of the parts of the content. */
export const partMarks = { manifest: 1, row: 2, file: 3, trailer: 4 } as const

/** A row longer than this is not ours. */
export const largestRowBytes = 64 * 1024 * 1024

/** Names of files are lower-case hexadecimal of a keyed hash. */
export const fileNamePattern = /^[0-9a-f]{32,64}$/

/** Bytes of the manifest, with its mark and length. */
export function encodeManifest(manifest: BackupManifest): Uint8Array {
  return framed(partMarks.manifest, encodeValue(manifest))
}

/** Bytes of a row, with its mark. */
export function encodeBackupRow({ table, name, value }: BackupRow): Uint8Array {
  return concatBytes(
    u8(partMarks.row),
    u8(storeTables.indexOf(table)),
    lengthPrefixed(name),
    u32(value.length),
    value,
  )
}

/** Bytes in front of a file's content. */
export function encodeFileStart({ name, bytes }: BackupFile): Uint8Array {
  return concatBytes(u8(partMarks.file), lengthPrefixed(utf8(name)), u64(bytes))
}

/** Bytes of the trailer, with its mark and length. */
export function encodeTrailer(trailer: BackupTrailer): Uint8Array {
  return framed(partMarks.trailer, encodeValue(trailer))
}

/** Reads a manifest's bytes behind mark and length; `undefined` when it is none. */
export function decodeManifest(bytes: Uint8Array): BackupManifest | undefined {
  const found = readFields(bytes, ['sequence', 'layout', 'rows', 'files'])
  if (!found) return undefined
  const { sequence, layout, rows, files } = found
  if (!isPlainCount(sequence) || !isPlainCount(layout) || !isPlainCount(rows)) return undefined
  if (!Array.isArray(files) || !files.every(isBackupFile)) return undefined
  if (new Set(files.map(({ name }) => name)).size !== files.length) return undefined
  return { sequence, layout, rows, files }
}

/** Reads a trailer's bytes behind mark and length; `undefined` when it is none. */
export function decodeTrailer(bytes: Uint8Array): BackupTrailer | undefined {
  const found = readFields(bytes, ['rows', 'files', 'bytes', 'hash'])
  if (!found) return undefined
  const { rows, files, bytes: before, hash } = found
  if (!isPlainCount(rows) || !isPlainCount(files) || !isPlainCount(before)) return undefined
  return hash instanceof Uint8Array ? { rows, files, bytes: before, hash } : undefined
}

function framed(mark: number, content: Uint8Array): Uint8Array {
  return concatBytes(u8(mark), u32(content.length), content)
}

function isPlainCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isBackupFile(value: unknown): value is BackupFile {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  // An object, as just checked; each member is still to be looked at.
  const { name, bytes } = value as Partial<Record<keyof BackupFile, unknown>>
  return typeof name === 'string' && fileNamePattern.test(name) && isPlainCount(bytes)
}

/** The members of a map that has exactly these. */
function readFields(
  bytes: Uint8Array,
  names: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  const decoded = decodeValue(bytes)
  if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null) return undefined
  // An object, as just checked; the caller looks at each member.
  const found = decoded.value as Readonly<Record<string, unknown>>
  const exact =
    Object.keys(found).length === names.length && names.every((name) => Object.hasOwn(found, name))
  return exact ? found : undefined
}
