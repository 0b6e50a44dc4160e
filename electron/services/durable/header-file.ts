import { createHash } from 'node:crypto'
import type { HeaderCopy, Writer } from '#shared/contract/vault-files.ts'

/** One of the two copies: what opens the vault, who wrote it, and a count that tells which copy is newer. */
export interface HeaderFile {
  readonly counter: number
  readonly writer: Writer
  readonly copy: HeaderCopy
}

const magic = Buffer.from('CV1W', 'latin1')
const checksumBytes = 32
const textEncoding = 'utf8'

/**
 * `"CV1W" | counter u64 | LP(app) | LP(minReader) | engineMajor u32 | layout u32 | LP(databaseName) | LP(header) | LP(keyring) | SHA-256`
 * LP is a u32 length and the bytes; the checksum is over everything before it and protects from accidents alone.
 */
export function encodeHeaderFile({ counter, writer, copy }: HeaderFile): Buffer {
  const count = Buffer.alloc(8)
  count.writeBigUInt64BE(BigInt(counter))
  const content = Buffer.concat([
    magic,
    count,
    withLength(Buffer.from(writer.app, textEncoding)),
    withLength(Buffer.from(writer.minReader, textEncoding)),
    u32(writer.engineMajor),
    u32(copy.layout),
    withLength(Buffer.from(copy.databaseName, textEncoding)),
    withLength(copy.header),
    withLength(copy.keyring),
  ])
  return Buffer.concat([content, createHash('sha256').update(content).digest()])
}

/** Reads a copy; undefined where it is not exactly as it was written. */
export function decodeHeaderFile(bytes: Buffer): HeaderFile | undefined {
  const content = bytes.subarray(0, Math.max(0, bytes.length - checksumBytes))
  const checksum = createHash('sha256').update(content).digest()
  if (!checksum.equals(bytes.subarray(content.length)) || !content.subarray(0, 4).equals(magic))
    return undefined
  const reader = new FieldReader(content, magic.length)
  const counter = Number(reader.take(8)?.readBigUInt64BE() ?? Number.NaN)
  const [app, minReader] = [reader.text(), reader.text()]
  const [engineMajor, layout] = [reader.number(), reader.number()]
  const databaseName = reader.text()
  const [header, keyring] = [reader.bytes(), reader.bytes()]
  if (!reader.isDone || !Number.isSafeInteger(counter)) return undefined
  return { counter, writer: { app, minReader, engineMajor }, copy: { header, keyring, databaseName, layout } }
}

// Once a field is not there, every further one is empty and the whole is refused.
class FieldReader {
  readonly #content: Buffer
  #at: number
  #isShort = false

  constructor(content: Buffer, at: number) {
    this.#content = content
    this.#at = at
  }

  get isDone(): boolean {
    return !this.#isShort && this.#at === this.#content.length
  }

  take(length: number): Buffer | undefined {
    const found = this.#content.subarray(this.#at, this.#at + length)
    this.#at += length
    if (found.length === length) return found
    this.#isShort = true
    return undefined
  }

  number(): number {
    return this.take(4)?.readUInt32BE() ?? 0
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.take(this.number()) ?? Buffer.alloc(0))
  }

  text(): string {
    return Buffer.from(this.bytes()).toString(textEncoding)
  }
}

function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([u32(bytes.length), bytes])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
