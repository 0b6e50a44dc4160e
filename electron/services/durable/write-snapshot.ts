import type { StoredRow } from '#shared/contract/vault-files.ts'
import { NotReadBack } from './disk.ts'
import type { DiskFile } from './disk.ts'
import { byteLength, encodeFrame, encodeRows, frameTypes, rowBytes } from './frame.ts'
import { addToCheck, snapshotEnd, snapshotHead, verifySnapshot } from './snapshot-file.ts'
import type { Base } from './chain.ts'
import { pathIn, snapshotName, unfinishedName } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'

const frameBytes = 1024 * 1024
/** So much is written before the disk is asked to keep it: one great flush at the end would hold up every other. */
const flushEvery = 8 * 1024 * 1024

export interface SnapshotPlan {
  readonly seq: number
  readonly line: number
  readonly isBase: boolean
  /** The instant it is made, ISO 8601 in UTC. */
  readonly at: string
}

/** Writes a snapshot beside its place; it counts only when `finish` answered with it. */
export interface SnapshotWriter {
  readonly rows: number
  add(rows: readonly StoredRow[]): Promise<void>
  /**
   * Flushes, opens it again and reads it whole, and only then gives it the name that counts, with `number` in it.
   * Rejects where what is read is not what was written.
   */
  finish(number: number): Promise<Base>
  /** Gives up and takes the unfinished file away. */
  drop(): Promise<void>
}

/** Begins a snapshot. Rejects with the system's error when the disk refuses. */
export async function startSnapshot(folder: VaultFolder, plan: SnapshotPlan): Promise<SnapshotWriter> {
  const part = unfinishedName(plan)
  const partPath = pathIn(folder, part)
  await folder.disk.makeFolder(folder.path)
  const file = await folder.disk.create(partPath)
  const target = new SnapshotTarget(file)
  const drop = async () => {
    await target.close()
    await folder.disk.remove(partPath).catch(() => undefined)
  }
  try {
    await target.write(snapshotHead(plan.seq, plan.line, plan.at))
  } catch (error) {
    await drop()
    throw error
  }
  return {
    get rows() {
      return target.rows
    },
    drop,
    add: (rows) => addRows(target, plan.seq, rows),
    finish: async (number) => {
      const { rows, frames, check } = target
      await target.write(snapshotEnd(plan.seq, { rows, frames, check }))
      await file.flush()
      const name = snapshotName({ ...plan, number })
      const written = { ...plan, number, name, bytes: target.end }
      await target.close()
      const ends = await verifySnapshot(folder, { ...written, name: part })
      if (ends?.rows !== rows || ends.check !== check)
        throw new NotReadBack('The snapshot does not read back')
      await folder.disk.rename(partPath, pathIn(folder, name))
      await folder.disk.flushFolder(folder.path)
      return { ...written, ends }
    },
  }
}

class SnapshotTarget {
  readonly #file: DiskFile
  #flushed = 0
  #isOpen = true
  end = 0
  rows = 0
  frames = 0
  check = 0

  constructor(file: DiskFile) {
    this.#file = file
  }

  async write(pieces: readonly Uint8Array[]): Promise<void> {
    await this.#file.write(this.end, pieces)
    this.end += byteLength(pieces)
    if (this.end - this.#flushed < flushEvery) return
    await this.#file.flush()
    this.#flushed = this.end
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.#file.close()
  }
}

async function addRows(target: SnapshotTarget, seq: number, rows: readonly StoredRow[]): Promise<void> {
  for (const part of inParts(rows)) {
    const pieces = encodeFrame({ type: frameTypes.snapshotRows, part: target.frames, seq }, encodeRows(part))
    await target.write(pieces)
    target.check = addToCheck(target.check, pieces.at(-1) ?? new Uint8Array())
    target.frames += 1
    target.rows += part.length
  }
}

/** Cuts rows into parts of about a mebibyte; a larger row is a part of its own. */
export function inParts(rows: readonly StoredRow[]): readonly (readonly StoredRow[])[] {
  const parts: StoredRow[][] = []
  let left = 0
  for (const row of rows) {
    const bytes = rowBytes(row)
    if (bytes > left) {
      parts.push([])
      left = frameBytes
    }
    parts.at(-1)?.push(row)
    left -= bytes
  }
  return parts
}
