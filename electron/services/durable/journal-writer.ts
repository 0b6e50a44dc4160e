import type { StoredRow } from '#shared/contract/vault-files.ts'
import { NotReadBack } from './disk.ts'
import type { DiskFile } from './disk.ts'
import { byteLength, encodeFrame, encodeRows, frameTypes } from './frame.ts'
import type { CommitPlace } from './scan-journal.ts'
import { journalName, pathIn } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'
import { inParts } from './write-snapshot.ts'

/** Room made ahead with zeros: a flush into room that is there costs the disk half of one that makes a file longer. */
const reserveBytes = 256 * 1024
const reserve = new Uint8Array(reserveBytes)

interface OpenCommit {
  readonly seq: number
  /** Parts that the page has handed over so far. */
  parts: number
  readonly frames: number[]
  readonly begin: number
}

/** Appends commits to a journal file of its own, made with the first one. */
export class JournalWriter {
  readonly number: number
  readonly #file: DiskFile
  #end: number
  #reserved: number
  #lastAt = 0
  #commit: OpenCommit | undefined

  private constructor(number: number, file: DiskFile, end: number, reserved: number) {
    this.number = number
    this.#file = file
    this.#end = end
    this.#reserved = reserved
  }

  /**
   * Makes the file. Its beginning is flushed before any commit goes into it: a bad beginning with a whole commit behind
   * it is therefore damage, and never a power cut.
   */
  static async create(folder: VaultFolder, number: number, line: number): Promise<JournalWriter> {
    await folder.disk.makeFolder(folder.path)
    const file = await folder.disk.create(pathIn(folder, journalName(number)))
    const payload = Buffer.alloc(4)
    payload.writeUInt32BE(line)
    const head = encodeFrame({ type: frameTypes.journalHead, part: 0, seq: number }, [payload])
    try {
      await file.write(0, [...head, reserve])
      await file.flush()
      await folder.disk.flushFolder(folder.path)
    } catch (error) {
      await file.close()
      throw error
    }
    return new JournalWriter(number, file, byteLength(head), byteLength(head) + reserveBytes)
  }

  /** The commit of which parts were handed over, but not the last. */
  get open(): { readonly seq: number; readonly parts: number } | undefined {
    return this.#commit
  }

  /**
   * Writes a part of a commit; with the last one flushes and answers where the commit lies.
   * After a rejection the file's end is unknown: this writer must be closed and never used again.
   */
  async append(seq: number, rows: readonly StoredRow[], last: boolean): Promise<CommitPlace | undefined> {
    const commit = this.#commit ?? { seq, parts: 0, frames: [], begin: this.#end }
    this.#commit = commit
    const groups = rows.length === 0 ? [[]] : inParts(rows)
    for (const [index, group] of groups.entries()) {
      const isEnd = last && index === groups.length - 1
      const type = isEnd ? frameTypes.commitLast : frameTypes.commitPart
      const head = { type, part: commit.frames.length, seq }
      await this.#write(encodeFrame(head, encodeRows(group)), isEnd)
      commit.frames.push(this.#lastAt)
    }
    commit.parts += 1
    if (!last) return undefined
    await this.#file.flush()
    if (!(await this.#file.hasName())) throw new NotReadBack('The journal was taken away')
    this.#commit = undefined
    const { frames, begin } = commit
    return { seq, journal: this.number, frames, bytes: this.#end - begin }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #write(pieces: readonly Uint8Array[], isEnd: boolean): Promise<void> {
    const bytes = byteLength(pieces)
    const isFull = this.#end + bytes > this.#reserved
    const room = isFull && isEnd ? [reserve] : []
    await this.#file.write(this.#end, [...pieces, ...room])
    this.#lastAt = this.#end
    this.#end += bytes
    if (isFull) this.#reserved = this.#end + byteLength(room)
  }
}
