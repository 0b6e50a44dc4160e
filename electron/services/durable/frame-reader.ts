import { crc32 } from 'node:zlib'
import type { DiskFile } from './disk.ts'
import { systemCode } from './disk.ts'
import { decodeHead, frameHeadBytes, frameMarker, frameTailBytes } from './frame.ts'
import type { FrameHead } from './frame.ts'

const windowBytes = 1024 * 1024
const zeros = Buffer.alloc(windowBytes)

/** A frame that verified. `payload` is valid until the next one is read; `payloadAt` is its place in the file. */
export interface ReadFrame extends FrameHead {
  readonly at: number
  readonly payloadAt: number
  readonly next: number
  readonly payload: Buffer
}

/** Reads a file frame by frame through a window of about a mebibyte (more only for one larger frame). */
export interface FrameReader {
  readonly bytes: number
  /** The frame that begins at a place; undefined where none does, or where it does not verify. */
  frameAt(at: number): Promise<ReadFrame | undefined>
  /** The place of the next marker at or behind a place; undefined when there is none. */
  findMarker(at: number): Promise<number | undefined>
  /** True where only zeros follow: room that was reserved and not used. */
  isEmptyFrom(at: number): Promise<boolean>
}

export async function createFrameReader(file: DiskFile): Promise<FrameReader> {
  const bytes = await file.size()
  const take = createWindow(file, bytes)
  return {
    bytes,
    frameAt: (at) => readFrame(take, bytes, at),
    findMarker: async (from) => {
      for (let at = from; at < bytes; at += windowBytes) {
        // Three bytes more, so that a marker across the edge of two windows is seen.
        const found = (await take(at, Math.min(windowBytes + frameMarker.length - 1, bytes - at))).indexOf(
          frameMarker,
        )
        if (found >= 0) return at + found
      }
      return undefined
    },
    isEmptyFrom: async (from) => {
      for (let at = from; at < bytes; at += windowBytes) {
        const part = await take(at, Math.min(windowBytes, bytes - at))
        if (!part.equals(zeros.subarray(0, part.length))) return false
      }
      return true
    },
  }
}

type Take = (at: number, length: number) => Promise<Buffer>

async function readFrame(take: Take, bytes: number, at: number): Promise<ReadFrame | undefined> {
  if (at + frameHeadBytes + frameTailBytes > bytes) return undefined
  const head = decodeHead(await take(at, frameHeadBytes))
  if (!head) return undefined
  const next = at + frameHeadBytes + head.payloadBytes + frameTailBytes
  if (next > bytes) return undefined
  const whole = await take(at, next - at)
  const end = whole.length - frameTailBytes
  if (end < frameHeadBytes || crc32(whole.subarray(0, end)) !== whole.readUInt32BE(end)) return undefined
  return { ...head, at, payloadAt: at + frameHeadBytes, next, payload: whole.subarray(frameHeadBytes, end) }
}

// Sectors that the disk cannot read any more count as zeros: what lies in them does not verify, and the rest is still read.
function createWindow(file: DiskFile, bytes: number): Take {
  let start = 0
  let held: Buffer = Buffer.alloc(0)
  return async (at, length) => {
    if (at < start || at + length > start + held.length) {
      const wanted = Math.min(Math.max(length, windowBytes), bytes - at)
      held = await file.read(at, wanted).catch((error: unknown) => {
        if (systemCode(error) === 'EIO') return Buffer.alloc(wanted)
        throw error
      })
      start = at
    }
    return held.subarray(at - start, at - start + length)
  }
}
