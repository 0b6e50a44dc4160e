import { crc32 } from 'node:zlib'
import type { SnapshotInfo } from '#shared/contract/vault-files.ts'
import type { DiskFile } from './disk.ts'
import { systemCode } from './disk.ts'
import { encodeFrame, findRows, frameHeadBytes, frameTailBytes, frameTypes } from './frame.ts'
import type { FrameType } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import type { FrameReader, ReadFrame } from './frame-reader.ts'
import { pathIn } from './vault-files.ts'
import type { SnapshotFile, VaultFolder } from './vault-files.ts'

const endBytes = frameHeadBytes + 12 + frameTailBytes

/** What a snapshot says of itself at its two ends. */
export interface SnapshotEnds {
  readonly at: string
  readonly rows: number
  /** Frames of rows. */
  readonly frames: number
  /** CRC-32 over the CRC-32 of every frame of rows, so that none can be left out or exchanged. */
  readonly check: number
}

/** The first frame: `line u32`, then the instant as text. */
export function snapshotHead(seq: number, line: number, at: string): readonly Uint8Array[] {
  const start = Buffer.alloc(4)
  start.writeUInt32BE(line)
  return encodeFrame({ type: frameTypes.snapshotHead, part: 0, seq }, [start, Buffer.from(at, 'utf8')])
}

/** The last frame: rows u32, frames u32, check u32. */
export function snapshotEnd(seq: number, ends: Omit<SnapshotEnds, 'at'>): readonly Uint8Array[] {
  const payload = Buffer.alloc(12)
  payload.writeUInt32BE(ends.rows, 0)
  payload.writeUInt32BE(ends.frames, 4)
  payload.writeUInt32BE(ends.check, 8)
  return encodeFrame({ type: frameTypes.snapshotEnd, part: 0, seq }, [payload])
}

/** Adds a frame to the running check: its own checksum is its last four bytes. */
export function addToCheck(check: number, frameCrc: Uint8Array): number {
  return crc32(frameCrc, check)
}

/** Looks at both ends of a snapshot: enough to know that its writing ended, not that every byte is still right. */
export async function readEnds(
  folder: VaultFolder,
  snapshot: SnapshotFile,
): Promise<SnapshotEnds | undefined> {
  return withReader(folder, snapshot, (reader) => endsOf(reader, snapshot.seq))
}

/** Reads a snapshot whole. Undefined: it does not verify. `visit` gets every frame of rows on the way. */
export async function verifySnapshot(
  folder: VaultFolder,
  snapshot: SnapshotFile,
  visit: (frame: ReadFrame) => void = () => undefined,
): Promise<SnapshotEnds | undefined> {
  return withReader(folder, snapshot, async (reader) => {
    const ends = await endsOf(reader, snapshot.seq)
    const head = await reader.frameAt(0)
    if (!ends || !head) return undefined
    let at = head.next
    let rows = 0
    let check = 0
    for (let part = 0; part < ends.frames; part += 1) {
      const frame = await frameOf(reader, at, frameTypes.snapshotRows, snapshot.seq)
      const found = frame && findRows(frame.payload)
      if (!frame || !found || frame.part !== part) return undefined
      rows += found.length
      check = addToCheck(check, crcOf(frame))
      visit(frame)
      at = frame.next
    }
    return at === reader.bytes - endBytes && rows === ends.rows && check === ends.check ? ends : undefined
  })
}

/** What the page may know of a snapshot. */
export function describeSnapshot(
  { seq, bytes }: SnapshotFile,
  ends: SnapshotEnds | undefined,
  state: SnapshotInfo['state'],
): SnapshotInfo {
  return { seq, bytes, at: ends?.at ?? null, rows: ends?.rows ?? 0, state: ends ? state : 'damaged' }
}

async function endsOf(reader: FrameReader, seq: number): Promise<SnapshotEnds | undefined> {
  const head = await frameOf(reader, 0, frameTypes.snapshotHead, seq)
  const at = head && head.payloadBytes >= 4 ? head.payload.toString('utf8', 4) : undefined
  const end = await frameOf(reader, reader.bytes - endBytes, frameTypes.snapshotEnd, seq)
  if (at === undefined || end?.payloadBytes !== 12) return undefined
  const [rows, frames, check] = [0, 4, 8].map((offset) => end.payload.readUInt32BE(offset))
  return { at, rows: rows ?? 0, frames: frames ?? 0, check: check ?? 0 }
}

async function frameOf(reader: FrameReader, at: number, type: FrameType, seq: number) {
  const frame = at < 0 ? undefined : await reader.frameAt(at)
  return frame?.type === type && frame.seq === seq ? frame : undefined
}

// The checksum stands right behind the payload, in the same piece of memory.
function crcOf({ payload }: ReadFrame): Uint8Array {
  return new Uint8Array(payload.buffer, payload.byteOffset + payload.length, frameTailBytes)
}

async function withReader<T>(
  folder: VaultFolder,
  snapshot: SnapshotFile,
  work: (reader: FrameReader) => Promise<T>,
): Promise<T | undefined> {
  const file = await openSnapshot(folder, snapshot)
  if (!file) return undefined
  try {
    return await work(await createFrameReader(file))
  } finally {
    await file.close()
  }
}

async function openSnapshot(folder: VaultFolder, { name }: SnapshotFile): Promise<DiskFile | undefined> {
  return folder.disk.openToRead(pathIn(folder, name)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  })
}
