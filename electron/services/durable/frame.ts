import { crc32 } from 'node:zlib'
import { storeTables } from '#shared/vault/tables.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'

/** What a frame is. The number stands in the file. */
export const frameTypes = {
  /** Opens a journal file: `seq` is the file's number, the payload its line. */
  journalHead: 1,
  /** Rows of a commit; more follow. */
  commitPart: 2,
  /** The last rows of a commit; only with it the commit is whole. */
  commitLast: 3,
  /** Opens a snapshot. */
  snapshotHead: 4,
  snapshotRows: 5,
  /** Closes a snapshot and proves that nothing of it is missing. */
  snapshotEnd: 6,
} as const

export type FrameType = (typeof frameTypes)[keyof typeof frameTypes]

export interface FrameHead {
  readonly type: FrameType
  /** Place of this frame in its commit or snapshot, from 0. */
  readonly part: number
  readonly seq: number
  readonly payloadBytes: number
}

/** Bytes before the payload: marker 4, type u8 and three zeros, part u32, seq u64, payload length u32. */
export const frameHeadBytes = 24
/** Bytes after the payload: CRC-32 of everything before. */
export const frameTailBytes = 4
/** More than any frame of ours holds: a greater length is damage, and believing it would only waste memory. */
export const maxPayloadBytes = 96 * 1024 * 1024
export const frameMarker = Buffer.from('EVF1', 'latin1')

const removedLength = 0xffffffff
const knownTypes = new Set<number>(Object.values(frameTypes))

/** Writes a frame as pieces that lie one behind the other on disk; the values of rows are not copied. */
export function encodeFrame(
  head: Omit<FrameHead, 'payloadBytes'>,
  payload: readonly Uint8Array[],
): readonly Uint8Array[] {
  const start = Buffer.alloc(frameHeadBytes)
  frameMarker.copy(start)
  start.writeUInt8(head.type, 4)
  start.writeUInt32BE(head.part, 8)
  start.writeBigUInt64BE(BigInt(head.seq), 12)
  start.writeUInt32BE(byteLength(payload), 20)
  const tail = Buffer.alloc(frameTailBytes)
  tail.writeUInt32BE([start, ...payload].reduce((sum, piece) => crc32(piece, sum), 0))
  return [start, ...payload, tail]
}

/** Reads a head, or undefined where these bytes cannot begin a frame. */
export function decodeHead(bytes: Buffer): FrameHead | undefined {
  if (bytes.length < frameHeadBytes || !bytes.subarray(0, 4).equals(frameMarker)) return undefined
  const type = bytes.readUInt8(4)
  const payloadBytes = bytes.readUInt32BE(20)
  const seq = Number(bytes.readBigUInt64BE(12))
  const isSound =
    knownTypes.has(type) &&
    bytes.readUIntBE(5, 3) === 0 &&
    payloadBytes <= maxPayloadBytes &&
    Number.isSafeInteger(seq)
  // One of the known numbers, as was just looked up.
  return isSound ? { type: type as FrameType, part: bytes.readUInt32BE(8), seq, payloadBytes } : undefined
}

/** Rows as a payload: count u32, then for each: table u8, name length u8, name, value length u32 (all ones: removed), value. */
export function encodeRows(rows: readonly StoredRow[]): readonly Uint8Array[] {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(rows.length)
  return [count, ...rows.flatMap(encodeRow)]
}

function encodeRow({ table, name, value }: StoredRow): Uint8Array[] {
  const head = Buffer.alloc(6 + name.length)
  head.writeUInt8(storeTables.indexOf(table), 0)
  head.writeUInt8(name.length, 1)
  head.set(name, 2)
  head.writeUInt32BE(value === null ? removedLength : value.length, 2 + name.length)
  return value === null ? [head] : [head, value]
}

/** How many bytes a row takes in a payload. */
export function rowBytes({ name, value }: StoredRow): number {
  return 6 + name.length + (value?.length ?? 0)
}

/** Where a row lies in a payload: its name, and the value from `at` on, or `length` null where the row was removed. */
export interface RowPlace {
  readonly table: number
  readonly nameAt: number
  readonly nameBytes: number
  readonly at: number
  readonly length: number | null
}

/** Finds the rows of a payload without copying any; undefined where it is not made as we make it. */
export function findRows(payload: Buffer): readonly RowPlace[] | undefined {
  if (payload.length < 4) return undefined
  const count = payload.readUInt32BE(0)
  const places: RowPlace[] = []
  let at = 4
  for (let index = 0; index < count; index += 1) {
    const place = findRow(payload, at)
    if (!place) return undefined
    places.push(place)
    at = place.at + (place.length ?? 0)
  }
  return at === payload.length ? places : undefined
}

function findRow(payload: Buffer, start: number): RowPlace | undefined {
  const table = payload[start] ?? storeTables.length
  const nameBytes = payload[start + 1] ?? 0
  const at = start + 6 + nameBytes
  if (table >= storeTables.length || nameBytes === 0 || at > payload.length) return undefined
  const length = payload.readUInt32BE(at - 4)
  if (length === removedLength) return { table, nameAt: start + 2, nameBytes, at, length: null }
  return at + length > payload.length ? undefined : { table, nameAt: start + 2, nameBytes, at, length }
}

export function byteLength(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}
