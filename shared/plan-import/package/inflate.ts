import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem } from '../import-problem.ts'
import { readerOver } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { limits } from './limits.ts'
import { platform } from './platform.ts'
import type { ZipEntry } from './zip-directory.ts'

const localHeaderSize = 30

/**
 * Unpacks one entry of the archive, stopping as soon as it gives more than it declared or than a part may have.
 *
 * Errors: `damaged` when the packed bytes or the checksum are wrong; `too-large` when the part is beyond its limit.
 */
export async function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
): Promise<Result<Uint8Array, ImportProblem>> {
  if (entry.unpackedBytes > limits.partBytes) {
    return err({
      code: 'too-large',
      limit: 'unpacked-bytes',
      allowed: limits.partBytes,
      found: entry.unpackedBytes,
    })
  }
  const packed = packedBytesOf(bytes, entry)
  if (packed === null) return err({ code: 'damaged', part: 'archive' })
  const unpacked = entry.method === 0 ? packed : await inflate(packed, entry.unpackedBytes)
  if (unpacked === null || unpacked.length !== entry.unpackedBytes)
    return err({ code: 'damaged', part: 'archive' })
  return crc32(unpacked) === entry.crc32 ? ok(unpacked) : err({ code: 'damaged', part: 'checksum' })
}

function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const reader = readerOver(bytes)
  const { headerAt } = entry
  if (headerAt + localHeaderSize > bytes.length || reader.u32(headerAt) !== 0x04034b50) return null
  if (entry.method !== 0 && entry.method !== 8) return null
  const from = headerAt + localHeaderSize + reader.u16(headerAt + 26) + reader.u16(headerAt + 28)
  const to = from + entry.packedBytes
  return to > bytes.length ? null : bytes.subarray(from, to)
}

async function inflate(packed: Uint8Array, expectedBytes: number): Promise<Uint8Array | null> {
  const stream = new platform.DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  // The write settles only while the other side is read, and fails together with it: its own failure is no news.
  const written = writer
    .write(packed)
    .then(() => writer.close())
    .catch(() => undefined)
  const unpacked = new Uint8Array(expectedBytes)
  let filled = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) break
      if (filled + value.length > expectedBytes) {
        await reader.cancel()
        return null
      }
      unpacked.set(value, filled)
      filled += value.length
    }
    await written
    return filled === expectedBytes ? unpacked : null
  } catch {
    // The packed bytes are not valid deflate data; the caller says so with its own code.
    return null
  }
}
