/** The strict encoding of values, and the paper form of recovery keys, written a second time. */
import { sha256 } from '@noble/hashes/sha2.js'

export type OracleValue =
  null | boolean | number | string | Buffer | readonly OracleValue[] | { readonly [key: string]: OracleValue }

export function writeValue(value: OracleValue): Buffer {
  if (value === null) return Buffer.of(0xf6)
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(writeValue)])
  const entries = Object.entries(value).map(([key, member]) => [writeValue(key), writeValue(member)] as const)
  // Sorting whole encoded keys puts shorter ones first, because the length stands in front.
  entries.sort(([a], [b]) => Buffer.compare(a, b))
  return Buffer.concat([head(5, entries.length), ...entries.flat()])
}

/** Reads loosely and accepts only what writes back to the same bytes. */
export function readValue(
  bytes: Buffer,
): { readonly value: OracleValue } | { readonly code: 'bad-encoding' } {
  try {
    const [value, end] = parse(bytes, 0, 0)
    if (end !== bytes.length || !writeValue(value).equals(bytes)) return { code: 'bad-encoding' }
    return { value }
  } catch (error) {
    if (error instanceof RangeError) return { code: 'bad-encoding' }
    throw error
  }
}

function writeNumber(value: number): Buffer {
  if (Number.isSafeInteger(value)) return value >= 0 ? head(0, value) : head(1, -1 - value)
  const bytes = Buffer.alloc(9, 0xfb)
  bytes.writeDoubleBE(value, 1)
  return bytes
}

function head(major: number, argument: number): Buffer {
  const type = major << 5
  if (argument < 24) return Buffer.of(type | argument)
  const widths = [1, 2, 4, 8] as const
  const index = widths.findIndex((width) => argument < 256 ** width)
  const bytes = Buffer.alloc(9)
  bytes.writeBigUInt64BE(BigInt(argument), 1)
  const width = widths[index] ?? 8
  return Buffer.concat([Buffer.of(type | (24 + index)), bytes.subarray(9 - width)])
}

function parse(bytes: Buffer, at: number, depth: number): [OracleValue, number] {
  if (depth > 64) throw new RangeError('deep')
  const initial = bytes.readUInt8(at)
  if (initial === 0xf4 || initial === 0xf5) return [initial === 0xf5, at + 1]
  if (initial === 0xf6) return [null, at + 1]
  if (initial === 0xfb) return [finite(bytes.readDoubleBE(at + 1)), at + 9]
  const [argument, next] = readArgument(bytes, at)
  switch (initial >>> 5) {
    case 0:
      return [argument, next]
    case 1:
      return [-1 - argument, next]
    case 2:
      return [cut(bytes, next, argument), next + argument]
    case 3:
      return [strictText(cut(bytes, next, argument)), next + argument]
    case 4:
      return parseArray(bytes, next, argument, depth)
    case 5:
      return parseMap(bytes, next, argument, depth)
    default:
      throw new RangeError('unknown')
  }
}

function parseArray(bytes: Buffer, start: number, count: number, depth: number): [OracleValue, number] {
  const elements: OracleValue[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    const [element, next] = parse(bytes, at, depth + 1)
    elements.push(element)
    at = next
  }
  return [elements, at]
}

function parseMap(bytes: Buffer, start: number, count: number, depth: number): [OracleValue, number] {
  const members = new Map<string, OracleValue>()
  let at = start
  for (let i = 0; i < count; i++) {
    const [key, afterKey] = parse(bytes, at, depth + 1)
    if (typeof key !== 'string' || key === '__proto__' || members.has(key)) throw new RangeError('key')
    const [member, next] = parse(bytes, afterKey, depth + 1)
    members.set(key, member)
    at = next
  }
  return [Object.fromEntries(members), at]
}

function readArgument(bytes: Buffer, at: number): [number, number] {
  const short = bytes.readUInt8(at) & 31
  if (short < 24) return [short, at + 1]
  if (short > 27) throw new RangeError('indefinite')
  const width = 2 ** (short - 24)
  const value = Number(BigInt(`0x${cut(bytes, at + 1, width).toString('hex')}`))
  if (!Number.isSafeInteger(value)) throw new RangeError('large')
  return [value, at + 1 + width]
}

function cut(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('cut')
  return bytes.subarray(at, at + length)
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('not finite')
  return value
}

function strictText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!Buffer.from(text).equals(bytes)) throw new RangeError('not UTF-8')
  return text
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 13 groups of four and a checksum group, by big-integer arithmetic. */
export function writeRecoveryKey(key: Buffer): string {
  const check = Buffer.from(sha256(Buffer.concat([Buffer.from('cv1/rk'), key])))
  const text = base32(key, 52) + base32(check, 52).slice(0, 4)
  return (text.match(/..../g) ?? []).join('-')
}

/** The key of a paper form, or undefined. */
export function readRecoveryKey(typed: string): Buffer | undefined {
  const text = [...typed.toUpperCase()]
    .filter((character) => !/[\s\-–—]/.test(character))
    .map((character) => (character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character))
    .join('')
  if (text.length !== 56 || [...text].some((character) => !digits.includes(character))) return undefined
  const value = [...text.slice(0, 52)].reduce(
    (sum, character) => sum * 32n + BigInt(digits.indexOf(character)),
    0n,
  )
  if (value % 16n !== 0n) return undefined
  const key = Buffer.from((value / 16n).toString(16).padStart(64, '0'), 'hex')
  return writeRecoveryKey(key).replaceAll('-', '') === text ? key : undefined
}

function base32(bytes: Buffer, characters: number): string {
  const spareBits = BigInt(characters * 5 - bytes.length * 8)
  let value = BigInt(`0x${bytes.toString('hex')}`) << spareBits
  let text = ''
  for (let i = 0; i < characters; i++) {
    text = (digits[Number(value % 32n)] ?? '') + text
    value /= 32n
  }
  return text
}
