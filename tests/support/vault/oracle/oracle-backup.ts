import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { oracleOpenStream, oracleSealStream } from './oracle-stream.ts'
import { readValue, writeValue } from './oracle-values.ts'

/** A second implementation of backup files, written from FORMAT.md over node:crypto; whole buffers, nothing streamed. */
export interface OracleHeader {
  readonly app: string
  readonly createdAt: string
  readonly header: Buffer
  readonly keyring: Buffer
  readonly salt: Buffer
}

export interface OracleRow {
  readonly table: number
  readonly name: Buffer
  readonly value: Buffer
}

export interface OracleContent {
  readonly sequence: number
  readonly layout: number
  readonly rows: readonly OracleRow[]
  readonly files: readonly { readonly name: string; readonly content: Buffer }[]
}

export type OracleBackup =
  { readonly header: OracleHeader; readonly content: OracleContent } | { readonly code: string }

export function oracleBackup(
  bak: Buffer,
  vaultId: Buffer,
  header: OracleHeader,
  content: OracleContent,
): Buffer {
  return oracleSealBackup(bak, vaultId, header, contentBytes(content))
}

/** A backup around any bytes, so that a vector can carry content that no writer makes. */
export function oracleSealBackup(
  bak: Buffer,
  vaultId: Buffer,
  header: OracleHeader,
  content: Buffer,
): Buffer {
  const encoded = writeValue({ ...header, chunk: 65_536, format: 1 })
  const front = Buffer.concat([Buffer.from('CV1B'), u32(encoded.length), encoded])
  const sealed = oracleSealStream(expand(bak, header.salt, 'content'), streamOf(vaultId, front), content)
  return Buffer.concat([front, macOf(bak, header.salt, front), sealed])
}

export function contentBytes({ sequence, layout, rows, files }: OracleContent): Buffer {
  const manifest = writeValue({
    sequence,
    layout,
    rows: rows.length,
    files: files.map(({ name, content }) => ({ name, bytes: content.length })),
  })
  const before = Buffer.concat([
    framed(1, manifest),
    ...rows.flatMap(({ table, name, value }) => [
      Buffer.from([2, table]),
      u16(name.length),
      name,
      u32(value.length),
      value,
    ]),
    ...files.flatMap(({ name, content }) => [
      Buffer.from([3]),
      u16(name.length),
      Buffer.from(name),
      u64(content.length),
      content,
    ]),
  ])
  const trailer = { rows: rows.length, files: files.length, bytes: before.length, hash: blockHash(before) }
  return Buffer.concat([before, framed(4, writeValue(trailer))])
}

export function oracleReadBackup(bak: Buffer, vaultId: Buffer, file: Buffer): OracleBackup {
  const length = file.readUInt32BE(4)
  const front = file.subarray(0, 8 + length)
  const read = readValue(front.subarray(8))
  if ('code' in read) return { code: 'damaged-backup' }
  // The oracle reads what an oracle or the product wrote; a header of another shape fails below.
  const header = read.value as unknown as OracleHeader
  if (!macOf(bak, header.salt, front).equals(file.subarray(8 + length, 40 + length)))
    return { code: 'damaged-backup' }
  const key = expand(bak, header.salt, 'content')
  const opened = oracleOpenStream(key, streamOf(vaultId, front), file.subarray(40 + length))
  return 'code' in opened ? { code: 'damaged-backup' } : { header, content: readContent(opened.plain) }
}

function readContent(plain: Buffer): OracleContent {
  let at = 0
  const take = (bytes: number) => plain.subarray(at, (at += bytes))
  const frame = () => {
    take(1)
    const read = readValue(take(take(4).readUInt32BE()))
    if ('code' in read) throw new Error(read.code)
    return read.value as unknown as Readonly<Record<string, unknown>>
  }
  const { sequence, layout, rows, files } = frame() as {
    readonly sequence: number
    readonly layout: number
    readonly rows: number
    readonly files: readonly { readonly name: string; readonly bytes: number }[]
  }
  const readRow = (): OracleRow => {
    const table = take(2).readUInt8(1)
    const name = take(take(2).readUInt16BE())
    return { table, name, value: take(take(4).readUInt32BE()) }
  }
  const all = Array.from({ length: rows }, readRow)
  const contents = files.map(({ name, bytes }) => {
    take(1 + 2 + name.length + 8)
    return { name, content: take(bytes) }
  })
  const before = at
  const trailer = frame()
  if (
    trailer['bytes'] !== before ||
    !Buffer.from(trailer['hash'] as Uint8Array).equals(blockHash(plain.subarray(0, before)))
  )
    throw new Error('trailer')
  return { sequence, layout, rows: all, files: contents }
}

function blockHash(bytes: Buffer): Buffer {
  let hash: Buffer = Buffer.alloc(32)
  for (let at = 0; at < bytes.length; at += 65_536) {
    hash = createHash('sha256')
      .update(hash)
      .update(bytes.subarray(at, at + 65_536))
      .digest()
  }
  return hash
}

function macOf(bak: Buffer, salt: Uint8Array, front: Buffer): Buffer {
  return createHmac('sha256', expand(bak, salt, 'header'))
    .update(front)
    .digest()
}

function expand(bak: Buffer, salt: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bak, salt, `cv1/bak/${use}`, 32))
}

function streamOf(vaultId: Buffer, front: Buffer) {
  return { purpose: 'bak', vaultId, streamId: createHash('sha256').update(front).digest() }
}

function framed(mark: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([mark]), u32(content.length), content])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
