import { frameTypes } from './frame.ts'
import { createFrameReader } from './frame-reader.ts'
import type { FrameReader, ReadFrame } from './frame-reader.ts'
import { journalName, pathIn } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'

/** Where a whole commit lies: the frames of one journal file that hold its rows. */
export interface CommitPlace {
  readonly seq: number
  /** Number of the journal file. */
  readonly journal: number
  /** Where its frames begin. */
  readonly frames: readonly number[]
  readonly bytes: number
}

/**
 * What a journal file holds. `isDamaged`: something does not verify and whole commits follow it, so it was flushed once
 * and is no longer what it was. A bad end alone is no damage: it was being written when the power went, and nobody was told
 * that it is saved.
 */
export interface ScannedJournal {
  /** The line it was written for; undefined where the file never got a beginning. */
  readonly line: number | undefined
  readonly commits: readonly CommitPlace[]
  readonly isDamaged: boolean
}

/** Reads a journal file from its beginning to the first place that does not verify. */
export async function scanJournal(folder: VaultFolder, number: number): Promise<ScannedJournal> {
  const file = await folder.disk.openToRead(pathIn(folder, journalName(number)))
  try {
    const reader = await createFrameReader(file)
    const head = await reader.frameAt(0)
    if (head?.type !== frameTypes.journalHead || head.seq !== number || head.payloadBytes !== 4) {
      return { line: undefined, commits: [], isDamaged: await hasWholeCommit(reader, 0) }
    }
    const { commits, end } = await readCommits(reader, number, head.next)
    const isDamaged = !(await reader.isEmptyFrom(end)) && (await hasWholeCommit(reader, end))
    return { line: head.payload.readUInt32BE(0), commits, isDamaged }
  } finally {
    await file.close()
  }
}

async function readCommits(reader: FrameReader, journal: number, from: number) {
  const commits: CommitPlace[] = []
  let frames: number[] = []
  let seq = 0
  let begin = from
  let at = from
  for (;;) {
    const frame = await reader.frameAt(at)
    if (!frame || !isCommitFrame(frame) || frame.part !== frames.length) break
    if (frame.part > 0 && frame.seq !== seq) break
    frames.push(at)
    at = frame.next
    seq = frame.seq
    if (frame.type !== frameTypes.commitLast) continue
    commits.push({ seq, journal, frames, bytes: at - begin })
    frames = []
    begin = at
  }
  return { commits, end: at }
}

// Every commit is flushed before the next one is begun. So a whole one behind a bad place means that the bad one had been flushed.
async function hasWholeCommit(reader: FrameReader, from: number): Promise<boolean> {
  let at = await reader.findMarker(from)
  while (at !== undefined) {
    if (await beginsWholeCommit(reader, at)) return true
    at = await reader.findMarker(at + 1)
  }
  return false
}

async function beginsWholeCommit(reader: FrameReader, from: number): Promise<boolean> {
  let at = from
  let seq: number | undefined
  for (let part = 0; ; part += 1) {
    const frame = await reader.frameAt(at)
    if (!frame || !isCommitFrame(frame) || frame.part !== part) return false
    if (seq !== undefined && frame.seq !== seq) return false
    if (frame.type === frameTypes.commitLast) return true
    seq = frame.seq
    at = frame.next
  }
}

function isCommitFrame({ type }: ReadFrame): boolean {
  return type === frameTypes.commitPart || type === frameTypes.commitLast
}
