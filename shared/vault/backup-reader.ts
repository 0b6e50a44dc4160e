import { decodeManifest, decodeTrailer, fileNamePattern, largestRowBytes, partMarks } from './backup-parts.ts'
import type { BackupFile, BackupManifest, BackupRow } from './backup-parts.ts'
import { BlockHash } from './block-hash.ts'
import { ByteReader, bytesToHex, equalInConstantTime, utf8ToText } from './bytes.ts'
import { ByteStream } from './byte-stream.ts'
import { storeTables } from './tables.ts'

/** What comes out of a backup, in this order: a manifest, rows, each file's start followed by its content, the end. */
export type BackupItem =
  | { readonly kind: 'manifest'; readonly manifest: BackupManifest }
  | { readonly kind: 'rows'; readonly rows: readonly BackupRow[] }
  | { readonly kind: 'file'; readonly file: BackupFile }
  | { readonly kind: 'file-content'; readonly content: Uint8Array }
  | { readonly kind: 'end'; readonly rows: number; readonly files: number; readonly bytes: number }

/** The content is not what a writer makes: a count, a hash, a length or an order is wrong. */
export class DamagedContent extends Error {
  override readonly name = 'DamagedContent'
}

/** Rows handed on together. */
const rowsAtOnce = 512
const bytesAtOnce = 1024 * 1024
const largestFrame = 256 * 1024 * 1024

/**
 * Reads the content of a backup after opening it. Strict: every count, length and hash must be the writer's, nothing may
 * follow the trailer, no row comes twice. Until the item `end` has come, nothing may be believed to be complete.
 * Throws `DamagedContent`. Memory grows with the number of rows by their names alone.
 */
export async function* readBackupContent(source: AsyncIterable<Uint8Array>): AsyncGenerator<BackupItem> {
  const hash = new BlockHash()
  const stream = new ByteStream(source, () => new DamagedContent())
  const take = async (bytes: number): Promise<Uint8Array> => {
    const taken = await stream.take(bytes)
    await hash.add(taken)
    return taken
  }
  const manifest = await readManifest(take)
  yield { kind: 'manifest', manifest }
  yield* readRows(take, manifest.rows)
  for (const announced of manifest.files) {
    const file = await readFileStart(take)
    if (file.name !== announced.name || file.bytes !== announced.bytes) throw new DamagedContent()
    yield { kind: 'file', file }
    yield* readFileContent(take, file.bytes)
  }
  const { bytes } = hash
  await readTrailer(stream, manifest, bytes, await hash.finish())
  if (!(await stream.isAtEnd())) throw new DamagedContent()
  yield { kind: 'end', rows: manifest.rows, files: manifest.files.length, bytes }
}

type Take = (bytes: number) => Promise<Uint8Array>

async function readManifest(take: Take): Promise<BackupManifest> {
  const head = new ByteReader(await take(5))
  if (head.unsigned(1) !== partMarks.manifest) throw new DamagedContent()
  const manifest = decodeManifest(await take(frameLength(head)))
  if (!manifest) throw new DamagedContent()
  return manifest
}

async function* readRows(take: Take, count: number): AsyncGenerator<BackupItem> {
  const seen = new Set<string>()
  let rows: BackupRow[] = []
  let bytes = 0
  for (let index = 0; index < count; index += 1) {
    const row = await readRow(take)
    const key = `${row.table} ${bytesToHex(row.name)}`
    if (seen.has(key)) throw new DamagedContent()
    seen.add(key)
    rows.push(row)
    bytes += row.value.length
    if (rows.length < rowsAtOnce && bytes < bytesAtOnce && index < count - 1) continue
    yield { kind: 'rows', rows }
    rows = []
    bytes = 0
  }
}

async function readRow(take: Take): Promise<BackupRow> {
  const head = new ByteReader(await take(4))
  if (head.unsigned(1) !== partMarks.row) throw new DamagedContent()
  const table = storeTables[head.unsigned(1) ?? -1]
  const nameBytes = head.unsigned(2) ?? 0
  if (!table || nameBytes < 1 || nameBytes > 64) throw new DamagedContent()
  const rest = await take(nameBytes + 4)
  const length = new ByteReader(rest.subarray(nameBytes)).unsigned(4) ?? 0
  if (length > largestRowBytes) throw new DamagedContent()
  const value = await take(length)
  return { table, name: rest.slice(0, nameBytes), value: value.slice() }
}

async function readFileStart(take: Take): Promise<BackupFile> {
  const head = new ByteReader(await take(3))
  if (head.unsigned(1) !== partMarks.file) throw new DamagedContent()
  const nameBytes = head.unsigned(2) ?? 0
  if (nameBytes > 64) throw new DamagedContent()
  const rest = new ByteReader(await take(nameBytes + 8))
  const name = asText(rest.take(nameBytes) ?? new Uint8Array())
  const bytes = rest.unsigned(8)
  if (!fileNamePattern.test(name) || bytes === undefined) throw new DamagedContent()
  return { name, bytes }
}

async function* readFileContent(take: Take, bytes: number): AsyncGenerator<BackupItem> {
  for (let left = bytes; left > 0;) {
    const content = await take(Math.min(left, bytesAtOnce))
    left -= content.length
    yield { kind: 'file-content', content }
  }
}

async function readTrailer(
  stream: ByteStream,
  manifest: BackupManifest,
  bytes: number,
  hash: Uint8Array,
): Promise<void> {
  const head = new ByteReader(await stream.take(5))
  if (head.unsigned(1) !== partMarks.trailer) throw new DamagedContent()
  const trailer = decodeTrailer(await stream.take(frameLength(head)))
  if (!trailer || trailer.rows !== manifest.rows || trailer.files !== manifest.files.length)
    throw new DamagedContent()
  if (trailer.bytes !== bytes || !equalInConstantTime(trailer.hash, hash)) throw new DamagedContent()
}

function frameLength(head: ByteReader): number {
  const length = head.unsigned(4) ?? 0
  if (length > largestFrame) throw new DamagedContent()
  return length
}

function asText(bytes: Uint8Array): string {
  try {
    return utf8ToText(bytes)
  } catch {
    // Not text at all, so not a name.
    return ''
  }
}
