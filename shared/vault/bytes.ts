import { platform } from './platform.ts'

const encoder = new platform.TextEncoder()
const decoder = new platform.TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Turns text into UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Writes text as UTF-8 at a place with room for three bytes per unit; answers how many bytes it took. */
export function writeUtf8(text: string, target: Uint8Array, at: number): number {
  return encoder.encodeInto(text, target.subarray(at)).written
}

/** Turns UTF-8 into text; throws a `TypeError` when the bytes are not well-formed UTF-8. */
export function utf8ToText(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

const asciiDecoder = new platform.TextDecoder('latin1', { fatal: false, ignoreBOM: true })

/** One character for each byte; right where the byte is ASCII, and of no meaning elsewhere. */
export function bytesToCharacters(bytes: Uint8Array): string {
  return asciiDecoder.decode(bytes)
}

/** Joins byte strings into a new one. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** One byte. */
export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

/** Two bytes, big-endian. */
export function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value)
}

/** Four bytes, big-endian. */
export function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** Eight bytes, big-endian; `value` is a safe non-negative integer. */
export function u64(value: number): Uint8Array {
  return concatBytes(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32))
}

/** A byte string behind its length as `u16`; throws when it is longer than 65,535 bytes. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 0xffff) throw new RangeError('A length-prefixed field holds at most 65,535 bytes')
  return concatBytes(u16(bytes.length), bytes)
}

/** Compares in a time that depends on the lengths alone. */
export function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

/** Lower-case hexadecimal. */
export function bytesToHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Reads hexadecimal; throws a `RangeError` on anything else. */
export function hexToBytes(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) throw new RangeError('Not hexadecimal')
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}

/** Reads fields one after another; `undefined` means that the input ended too early. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get remaining(): number {
    return this.#bytes.length - this.#at
  }

  take(length: number): Uint8Array | undefined {
    if (this.remaining < length) return undefined
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  unsigned(width: 1 | 2 | 4 | 8): number | undefined {
    const field = this.take(width)
    if (!field) return undefined
    const value = field.reduce((sum, byte) => sum * 256 + byte, 0)
    return Number.isSafeInteger(value) ? value : undefined
  }

  lengthPrefixed(): Uint8Array | undefined {
    const length = this.unsigned(2)
    return length === undefined ? undefined : this.take(length)
  }
}
