import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { bytesToCharacters, utf8ToText } from './bytes.ts'
import { forbiddenKey, maximumDepth } from './encode-value.ts'

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

/** Above this the platform's decoder is quicker than looking at each byte here. */
const longestInlineText = 64

const largestShape = 31

/** A key with its head: where it was read, and its name. */
interface Key {
  readonly start: number
  readonly end: number
  readonly name: string
}

/**
 * Works on places in the bytes and makes no views of them: a vault's heads hold millions of short texts, and a view
 * for each cost more than the text.
 */
class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  /** All bytes as characters, made once: a short text is cut out of it. */
  #characters: string | undefined
  #shapes: Map<number, Key[]> | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
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
        return this.#byteString()
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

  #byteString(): Uint8Array {
    const start = this.#skip(this.#argument())
    return this.#bytes.slice(start, this.#at)
  }

  #text(): string {
    const start = this.#skip(this.#argument())
    const end = this.#at
    if (end - start > longestInlineText || !this.#isAscii(start, end))
      return utf8ToText(this.#bytes.subarray(start, end))
    this.#characters ??= bytesToCharacters(this.#bytes)
    return this.#characters.slice(start, end)
  }

  #isAscii(start: number, end: number): boolean {
    const bytes = this.#bytes
    for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 0x7f) return false
    return true
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
    const shape = this.#shapeFor(depth, length)
    for (let i = 0; i < length; i++) {
      const known = shape[i]
      const key = known !== undefined && this.#takeSame(known) ? known.name : this.#newKey(shape, i)
      map[key] = this.value(depth + 1)
    }
    return map
  }

  /** Reads a key that the map before this one did not have in this place; what was remembered from here on is void. */
  #newKey(shape: Key[], place: number): string {
    if ((this.#bytes[this.#at] ?? 0) >>> 5 !== 3) throw new NotCanonical()
    const start = this.#at
    const name = this.#text()
    const before = shape[place - 1]
    if (before && !this.#isBefore(before.start, start)) throw new NotCanonical()
    if (name === forbiddenKey) throw new NotCanonical()
    shape.length = place
    shape.push({ start, end: this.#at, name })
    return name
  }

  /** Moves over a key that was read before in the same place. */
  #takeSame({ start, end }: Key): boolean {
    const bytes = this.#bytes
    const at = this.#at
    for (let i = start; i < end; i++) if (bytes[i] !== bytes[at + i - start]) return false
    this.#at = at + end - start
    return true
  }

  /**
   * Keys of the last map of this depth and size, in their order, each checked against the one before it: maps in a list
   * are alike. Maps of one depth never stand inside one another, so none changes what another is comparing with.
   */
  #shapeFor(depth: number, length: number): Key[] {
    if (length > largestShape) return []
    const place = depth * (largestShape + 1) + length
    const shapes = (this.#shapes ??= new Map<number, Key[]>())
    const known = shapes.get(place)
    if (known) return known
    const shape: Key[] = []
    shapes.set(place, shape)
    return shape
  }

  /** Compares two texts with their heads: heads are in their shortest form, so they sort as lengths do. */
  #isBefore(first: number, second: number): boolean {
    const bytes = this.#bytes
    for (let i = 0; second + i < this.#at; i++) {
      const difference = (bytes[first + i] ?? 0) - (bytes[second + i] ?? 0)
      if (difference !== 0) return difference < 0
    }
    return false
  }

  #simple(initial: number): unknown {
    this.#at++
    if (initial === 0xf4) return false
    if (initial === 0xf5) return true
    if (initial === 0xf6) return null
    if (initial !== 0xfb) throw new NotCanonical()
    const start = this.#skip(8)
    const value = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, 8).getFloat64(0)
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
    const width = 1 << (short - 24)
    const start = this.#skip(width)
    let value = 0
    for (let at = start; at < this.#at; at++) value = value * 256 + (this.#bytes[at] ?? 0)
    const smallest = width === 1 ? 24 : 256 ** (width / 2)
    if (value < smallest || !Number.isSafeInteger(value)) throw new NotCanonical()
    return value
  }

  /** Moves on; answers where it was. */
  #skip(length: number): number {
    if (length > this.#bytes.length - this.#at) throw new NotCanonical()
    const start = this.#at
    this.#at += length
    return start
  }
}
