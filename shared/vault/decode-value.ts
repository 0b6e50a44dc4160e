import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { utf8ToText } from './bytes.ts'
import { compareBytes, forbiddenKey, maximumDepth } from './encode-value.ts'

export interface EncodingProblem {
  readonly code: 'bad-encoding'
}

/**
 * Reads what `encodeValue` wrote, and only that: each value has one spelling, so any other bytes (longer
 * integers, unsorted or repeated keys, tags, trailing bytes, ill-formed UTF-8) are refused.
 */
export function decodeValue(bytes: Uint8Array): Result<unknown, EncodingProblem> {
  const reader = new Reader(bytes)
  try {
    const value = reader.value(0)
    return reader.atEnd ? ok(value) : err({ code: 'bad-encoding' })
  } catch (error) {
    if (error instanceof NotCanonical || error instanceof TypeError) return err({ code: 'bad-encoding' })
    throw error
  }
}

class NotCanonical extends Error {}

const longestInlineText = 24

class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  value(depth: number): unknown {
    if (depth > maximumDepth) throw new NotCanonical()
    const initial = this.#bytes[this.#at]
    if (initial === undefined) throw new NotCanonical()
    switch (initial >>> 5) {
      case 0:
        return this.#argument()
      case 1:
        return this.#negative()
      case 2:
        return this.#take(this.#argument()).slice()
      case 3:
        return this.#text()
      case 4:
        return this.#array(depth)
      case 5:
        return this.#map(depth)
      default:
        return this.#simple(initial)
    }
  }

  #negative(): number {
    const value = -1 - this.#argument()
    if (!Number.isSafeInteger(value)) throw new NotCanonical()
    return value
  }

  #text(): string {
    const bytes = this.#take(this.#argument())
    return shortAscii(bytes) ?? utf8ToText(bytes)
  }

  #array(depth: number): unknown[] {
    const length = this.#count()
    const array: unknown[] = []
    for (let i = 0; i < length; i++) array.push(this.value(depth + 1))
    return array
  }

  #map(depth: number): Record<string, unknown> {
    const length = this.#count()
    const map: Record<string, unknown> = {}
    let previous: Uint8Array | undefined
    for (let i = 0; i < length; i++) {
      if ((this.#bytes[this.#at] ?? 0) >>> 5 !== 3) throw new NotCanonical()
      const encoded = this.#take(this.#argument())
      if (previous && compareBytes(previous, encoded) >= 0) throw new NotCanonical()
      previous = encoded
      const key = shortAscii(encoded) ?? utf8ToText(encoded)
      if (key === forbiddenKey) throw new NotCanonical()
      map[key] = this.value(depth + 1)
    }
    return map
  }

  #simple(initial: number): unknown {
    this.#at++
    if (initial === 0xf4) return false
    if (initial === 0xf5) return true
    if (initial === 0xf6) return null
    if (initial !== 0xfb || this.#bytes.length - this.#at < 8) throw new NotCanonical()
    const value = this.#view.getFloat64(this.#at)
    this.#at += 8
    if (!Number.isFinite(value) || Number.isSafeInteger(value)) throw new NotCanonical()
    return value
  }

  /** Counts of elements are bounded by the bytes left, so a lie cannot reserve memory. */
  #count(): number {
    const count = this.#argument()
    if (count > this.#bytes.length - this.#at) throw new NotCanonical()
    return count
  }

  #argument(): number {
    const short = (this.#bytes[this.#at++] ?? 0) & 31
    if (short < 24) return short
    if (short > 27) throw new NotCanonical()
    const width = 2 ** (short - 24)
    const value = this.#take(width).reduce((sum, byte) => sum * 256 + byte, 0)
    const smallest = width === 1 ? 24 : 256 ** (width / 2)
    if (value < smallest || !Number.isSafeInteger(value)) throw new NotCanonical()
    return value
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new NotCanonical()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

/** Short ASCII is most of a record, and the platform's decoder costs more per call than this loop. */
function shortAscii(bytes: Uint8Array): string | undefined {
  if (bytes.length > longestInlineText) return undefined
  let text = ''
  for (const byte of bytes) {
    if (byte > 0x7f) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}
