import { utf8 } from './bytes.ts'

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
  const writer = new Writer()
  writeValue(writer, value, 0)
  return writer.finish()
}

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
  const bytes = utf8(text)
  writer.head(3, bytes.length)
  writer.bytes(bytes)
}

function writeMap(writer: Writer, map: Record<string, unknown>, depth: number): void {
  const keys = Object.keys(map).filter((key) => map[key] !== undefined)
  if (keys.includes(forbiddenKey)) throw new TypeError(`Cannot encode a member named ${forbiddenKey}`)
  keys.sort(compareKeys)
  writer.head(5, keys.length)
  for (const key of keys) {
    if (!key.isWellFormed()) throw new TypeError('Cannot encode a key with a lone surrogate')
    writeText(writer, key)
    writeValue(writer, map[key], depth + 1)
  }
}

const shortTextLength = 24
const asciiOnly = /^[\x00-\x7f]*$/u

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

class Writer {
  #buffer = new Uint8Array(512)
  #at = 0

  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#at)
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
    const start = this.#at
    this.byte(0x60 + text.length)
    this.#reserve(text.length)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 0x7f) {
        this.#at = start
        return false
      }
      this.#buffer[this.#at++] = unit
    }
    return true
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
    larger.set(this.#buffer)
    this.#buffer = larger
  }
}
