import { utf8, writeUtf8 } from './bytes.ts'

/** Deepest nesting of arrays and maps that is written or read. */
export const maximumDepth = 64

/** The one key that could reach an object's prototype. */
export const forbiddenKey = '__proto__'

/**
 * Writes a plain value as deterministic CBOR: shortest lengths and integers, other numbers as 64-bit floats,
 * text keys sorted by length and then by bytes, no tags, no indefinite lengths.
 *
 * Knows null, booleans, finite numbers, strings, `Uint8Array`, arrays and plain objects; members that are
 * `undefined` are left out. Throws a `TypeError` on anything else: nothing is dropped in silence.
 */
export function encodeValue(value: unknown): Uint8Array {
  const writer = new Writer(spare)
  writeValue(writer, value, 0)
  spare = writer.room(largestSpareBytes)
  return writer.finish()
}

const largestSpareBytes = 1024 * 1024

// Room that is used again: growing a new buffer for each value cost more than writing into it.
let spare = new Uint8Array(4096)

function writeValue(writer: Writer, value: unknown, depth: number): void {
  if (depth > maximumDepth) throw new TypeError('Nested too deeply')
  if (value === null) return writer.byte(0xf6)
  if (typeof value === 'boolean') return writer.byte(value ? 0xf5 : 0xf4)
  if (typeof value === 'number') return writeNumber(writer, value)
  if (typeof value === 'string') return writeText(writer, value)
  if (value instanceof Uint8Array) {
    writer.head(2, value.length)
    return writer.bytes(value)
  }
  if (Array.isArray(value)) {
    writer.head(4, value.length)
    for (const element of value) writeValue(writer, element ?? null, depth + 1)
    return
  }
  if (isPlainObject(value)) return writeMap(writer, value, depth)
  throw new TypeError(`Cannot encode a value of type ${typeof value}`)
}

function writeNumber(writer: Writer, value: number): void {
  if (!Number.isFinite(value)) throw new TypeError('Cannot encode a number that is not finite')
  if (!Number.isSafeInteger(value)) return writer.float(value)
  // -0 becomes 0: the two are one number to everybody who reads a record.
  if (value >= 0) writer.head(0, value + 0)
  else writer.head(1, -1 - value)
}

function writeText(writer: Writer, text: string): void {
  if (text.length < shortTextLength && writer.ascii(text)) return
  writer.text(text)
}

function writeMap(writer: Writer, map: Record<string, unknown>, depth: number): void {
  const keys = sortedKeys(Object.keys(map).filter((key) => map[key] !== undefined))
  writer.head(5, keys.length)
  for (const key of keys) {
    writeText(writer, key)
    writeValue(writer, map[key], depth + 1)
  }
}

const shortTextLength = 24
const asciiOnly = /^[\x00-\x7f]*$/u

const rememberedShapes = 512
const sortedShapes = new Map<string, readonly string[]>()

/** Records come in a few shapes, and sorting keys cost as much as writing the record. Only plain names are remembered. */
function sortedKeys(keys: readonly string[]): readonly string[] {
  const shape = keys.join()
  const known = sortedShapes.get(shape)
  // A name with a comma makes another list of the same shape, but never one of the same length.
  if (known?.length === keys.length) return known
  const sorted = [...keys].sort(compareKeys)
  if (keys.includes(forbiddenKey)) throw new TypeError(`Cannot encode a member named ${forbiddenKey}`)
  if (!keys.every((key) => key.isWellFormed()))
    throw new TypeError('Cannot encode a key with a lone surrogate')
  if (sortedShapes.size < rememberedShapes && keys.every((key) => plainName.test(key)))
    sortedShapes.set(shape, sorted)
  return sorted
}

const plainName = /^[A-Za-z0-9]{1,32}$/

function compareKeys(a: string, b: string): number {
  if (asciiOnly.test(a) && asciiOnly.test(b)) return a.length - b.length || (a < b ? -1 : 1)
  return compareBytes(utf8(a), utf8(b))
}

/** Orders byte strings by length, then bytewise. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** Bytes of the head that a length takes. */
function headBytes(length: number): number {
  if (length < 24) return 1
  if (length < 0x100) return 2
  if (length < 0x10000) return 3
  return length < 0x100000000 ? 5 : 9
}

class Writer {
  #buffer: Uint8Array<ArrayBuffer>
  #at = 0

  /** Writes into the given room as long as it is large enough. */
  constructor(room: Uint8Array<ArrayBuffer>) {
    this.#buffer = room
  }

  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#at)
  }

  /** The room that was needed, or less when it is too much to keep. */
  room(atMost: number): Uint8Array<ArrayBuffer> {
    return this.#buffer.length <= atMost ? this.#buffer : new Uint8Array(4096)
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#buffer[this.#at++] = value
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length)
    this.#buffer.set(value, this.#at)
    this.#at += value.length
  }

  /** Writes a short ASCII text with its head; writes nothing and answers false when it is not ASCII. */
  ascii(text: string): boolean {
    this.#reserve(1 + text.length)
    const buffer = this.#buffer
    let at = this.#at
    buffer[at++] = 0x60 + text.length
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 0x7f) return false
      buffer[at++] = unit
    }
    this.#at = at
    return true
  }

  /** Writes any text with its head: in place, behind the head that fits when the text is ASCII, and moved when it is not. */
  text(text: string): void {
    this.#reserve(9 + 3 * text.length)
    const guess = this.#at + headBytes(text.length)
    const written = writeUtf8(text, this.#buffer, guess)
    const start = this.#at + headBytes(written)
    if (start !== guess) this.#buffer.copyWithin(start, guess, guess + written)
    this.head(3, written)
    this.#at += written
  }

  head(major: number, argument: number): void {
    const type = major << 5
    if (argument < 24) return this.byte(type | argument)
    if (argument < 0x100) return this.#wide(type | 24, argument, 1)
    if (argument < 0x10000) return this.#wide(type | 25, argument, 2)
    if (argument < 0x100000000) return this.#wide(type | 26, argument, 4)
    this.#wide(type | 27, argument, 8)
  }

  float(value: number): void {
    this.byte(0xfb)
    this.#reserve(8)
    new DataView(this.#buffer.buffer).setFloat64(this.#at, value)
    this.#at += 8
  }

  #wide(initial: number, argument: number, width: number): void {
    this.byte(initial)
    this.#reserve(width)
    let rest = argument
    for (let i = width - 1; i >= 0; i--) {
      this.#buffer[this.#at + i] = rest % 256
      rest = Math.floor(rest / 256)
    }
    this.#at += width
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#buffer.length) return
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.#at + length))
    larger.set(this.#buffer.subarray(0, this.#at))
    this.#buffer = larger
  }
}
