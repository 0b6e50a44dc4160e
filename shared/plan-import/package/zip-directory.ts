import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem } from '../import-problem.ts'
import { readerOver } from './bytes.ts'
import type { ByteReader } from './bytes.ts'
import { limits } from './limits.ts'

/** One entry of the archive as its central directory declares it; nothing has been unpacked yet. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc32: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerAt: number
}

const endSize = 22
const fileHeaderSize = 46
const localHeaderSize = 30
const damaged = { code: 'damaged', part: 'archive' } as const satisfies ImportProblem

/**
 * Reads the central directory of a zip archive and checks it against the limits before anything is inflated.
 *
 * Errors: `damaged` when the directory is missing or points outside the file; `too-large` for sizes, entry count and
 * compression ratio; `unsafe` for names that climb out of the archive and for entries that share bytes.
 */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ImportProblem> {
  const reader = readerOver(bytes)
  const end = findEnd(reader)
  if (end === null) return err(damaged)
  if (end.count > limits.entries) return tooLarge('entries', limits.entries, end.count)
  const entries: ZipEntry[] = []
  let at = end.directoryAt
  for (let index = 0; index < end.count; index += 1) {
    if (at + fileHeaderSize > bytes.length || reader.u32(at) !== 0x02014b50) return err(damaged)
    const entry = readEntry(reader, at, end.shift)
    if (entry === null) return err(damaged)
    entries.push(entry)
    at += fileHeaderSize + reader.u16(at + 28) + reader.u16(at + 30) + reader.u16(at + 32)
  }
  const problem = checkEntries(entries, bytes.length)
  return problem === null ? ok(entries) : err(problem)
}

interface DirectoryEnd {
  readonly directoryAt: number
  readonly count: number
  /** Bytes in front of the archive (a stub, or junk); declared places count from behind them. */
  readonly shift: number
}

function findEnd(reader: ByteReader): DirectoryEnd | null {
  const { bytes } = reader
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - 0xffff); at -= 1) {
    if (bytes[at] !== 0x50 || reader.u32(at) !== 0x06054b50) continue
    const end = readEnd(reader, at)
    if (end !== null) return end
  }
  return null
}

function readEnd(reader: ByteReader, at: number): DirectoryEnd | null {
  let count = reader.u16(at + 10)
  let size = reader.u32(at + 12)
  let declaredAt = reader.u32(at + 16)
  let endsAt = at
  const locatorAt = at - 20
  if (locatorAt >= 0 && reader.u32(locatorAt) === 0x07064b50) {
    const wideAt = reader.u64(locatorAt + 8)
    if (wideAt + 56 <= reader.bytes.length && reader.u32(wideAt) === 0x06064b50) {
      count = reader.u64(wideAt + 32)
      size = reader.u64(wideAt + 40)
      declaredAt = reader.u64(wideAt + 48)
      endsAt = wideAt
    }
  }
  const directoryAt = endsAt - size
  if (directoryAt < 0 || declaredAt > directoryAt) return null
  return { directoryAt, count, shift: directoryAt - declaredAt }
}

function readEntry(reader: ByteReader, at: number, shift: number): ZipEntry | null {
  const nameBytes = reader.u16(at + 28)
  const extraBytes = reader.u16(at + 30)
  const extraAt = at + fileHeaderSize + nameBytes
  if (extraAt + extraBytes > reader.bytes.length) return null
  const declared = [reader.u32(at + 24), reader.u32(at + 20), reader.u32(at + 42)] as const
  const [unpackedBytes, packedBytes, headerAt] = widen(reader, declared, extraAt, extraBytes)
  const name = Array.from(reader.bytes.subarray(at + fileHeaderSize, extraAt), (byte) =>
    String.fromCharCode(byte),
  )
  return {
    name: name.join('').replaceAll('\\', '/').replace(/^\/+/, ''),
    method: reader.u16(at + 10),
    encrypted: (reader.u16(at + 8) & 1) === 1,
    crc32: reader.u32(at + 16),
    packedBytes,
    unpackedBytes,
    headerAt: headerAt + shift,
  }
}

/** Some writers use the 64-bit fields even for small files: whatever says 0xFFFFFFFF stands in the extra field 1. */
function widen(
  reader: ByteReader,
  declared: readonly [number, number, number],
  extraAt: number,
  extraBytes: number,
): readonly [number, number, number] {
  const widened: [number, number, number] = [...declared]
  let at = extraAt
  while (at + 4 <= extraAt + extraBytes) {
    const size = reader.u16(at + 2)
    if (reader.u16(at) === 1) {
      let fieldAt = at + 4
      declared.forEach((value, index) => {
        if (value !== 0xffffffff || fieldAt + 8 > at + 4 + size || fieldAt + 8 > reader.bytes.length) return
        widened[index] = reader.u64(fieldAt)
        fieldAt += 8
      })
    }
    at += 4 + size
  }
  return widened
}

function checkEntries(entries: readonly ZipEntry[], fileBytes: number): ImportProblem | null {
  if (entries.some((entry) => entry.name.split('/').includes('..') || /^[a-z]:/i.test(entry.name))) {
    return { code: 'unsafe', reason: 'entry-path' }
  }
  if (entries.some((entry) => entry.headerAt + localHeaderSize + entry.packedBytes > fileBytes))
    return damaged
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  if (unpacked > limits.unpackedBytes) return problemOf('unpacked-bytes', limits.unpackedBytes, unpacked)
  for (const entry of entries) {
    const ratio = entry.unpackedBytes / Math.max(1, entry.packedBytes)
    if (entry.unpackedBytes > limits.ratioExemptBytes && ratio > limits.ratio) {
      return problemOf('ratio', limits.ratio, Math.round(ratio))
    }
  }
  return sharesBytes(entries) ? { code: 'unsafe', reason: 'overlapping-entries' } : null
}

/** The densest bombs let many entries point at one block of packed bytes. */
function sharesBytes(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((one, other) => one.headerAt - other.headerAt)
  return sorted.some((entry, index) => {
    const next = sorted[index + 1]
    return next !== undefined && entry.headerAt + localHeaderSize + entry.packedBytes > next.headerAt
  })
}

function tooLarge(limit: 'entries', allowed: number, found: number): Result<never, ImportProblem> {
  return err(problemOf(limit, allowed, found))
}

function problemOf(
  limit: 'entries' | 'ratio' | 'unpacked-bytes',
  allowed: number,
  found: number,
): ImportProblem {
  return { code: 'too-large', limit, allowed, found }
}
