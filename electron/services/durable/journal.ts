import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { CommitPlace } from './scan-journal.ts'
import { followedBy, openChain } from './chain.ts'
import type { Base, Chain } from './chain.ts'
import { NotReadBack, systemCode } from './disk.ts'
import { JournalWriter } from './journal-writer.ts'
import type { VaultFolder } from './vault-files.ts'

export interface CommitPart {
  readonly seq: number
  readonly part: number
  readonly last: boolean
  readonly rows: readonly StoredRow[]
}

/**
 * The chain of commits and the file that the next one goes into. Not for two calls at once: its owner runs them in turns.
 *
 * A file that refused a write is left as it is and never written again; the next commit begins a file of its own. So a
 * place that does not verify is either the end of what a file holds, or damage.
 */
export class Journal {
  readonly #folder: VaultFolder
  readonly #distrusted = new Set<string>()
  #chain: Chain | undefined
  #writer: JournalWriter | undefined
  #nextNumber = 1

  constructor(folder: VaultFolder) {
    this.#folder = folder
  }

  /** The chain as it is known; read from the disk where it is not. */
  async chain(): Promise<Chain> {
    this.#chain ??= await this.#open()
    return this.#chain
  }

  /** Reads the folder anew. What this program appends goes on in the file it has. */
  async look(): Promise<Chain> {
    this.#chain = await this.#open()
    return this.#chain
  }

  /** The chain as it was or would be from an older snapshot, for looking back. */
  async chainBelow(below: number): Promise<Chain> {
    return openChain(this.#folder, { below, distrusted: this.#distrusted })
  }

  /** Takes note that a file does not verify, and reads the folder anew without it. */
  async distrust(name: string): Promise<void> {
    this.#distrusted.add(name)
    await this.look()
  }

  /**
   * Appends a part of a commit; `out-of-step` where it does not follow, undefined where more parts are to come.
   * Rejects when the disk refuses: then nothing of this commit counts.
   */
  async append(commit: CommitPart): Promise<CommitPlace | 'out-of-step' | undefined> {
    if (!(await this.#follows(commit))) return 'out-of-step'
    try {
      const writer = (this.#writer ??= await this.#newWriter())
      const place = await writer.append(commit.seq, commit.rows, commit.last)
      if (place) this.#chain = followedBy(await this.chain(), place)
      return place
    } catch (error) {
      await this.leaveFile()
      // Another program made this file, or ours was taken away: what we know of the folder is no longer so.
      const isForeign = error instanceof NotReadBack || ['EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')
      if (isForeign) this.#chain = undefined
      throw error
    }
  }

  /** Ends the file: what is appended next begins one of its own. A commit that is not whole is dropped. */
  async leaveFile(): Promise<void> {
    const writer = this.#writer
    this.#writer = undefined
    // A failing close loses nothing: every commit in it was flushed.
    await writer?.close().catch(() => undefined)
  }

  /** True while a commit is waiting for its other parts. */
  get hasOpenCommit(): boolean {
    return this.#writer?.open !== undefined
  }

  /** Takes the next number for a snapshot: it stands for everything before it. */
  async takeNumber(): Promise<number> {
    await this.leaveFile()
    await this.chain()
    this.#nextNumber += 1
    return this.#nextNumber - 1
  }

  /** Lets the chain begin with a new snapshot, unless what the snapshot holds was taken back meanwhile. */
  async rebase(base: Base): Promise<void> {
    const chain = await this.chain()
    const after = chain.commits.filter(({ journal }) => journal >= base.number)
    if (base.number < chain.line) return
    const isStillSo = after.every(({ seq }) => seq > base.seq) && chain.lastSeq >= base.seq
    if (isStillSo) this.#chain = { ...chain, state: 'good', base, commits: after }
  }

  /** Begins a new line with a snapshot of rows from elsewhere. */
  begin(base: Base): void {
    const nextNumber = this.#nextNumber
    this.#chain = { state: 'good', line: base.number, base, commits: [], lastSeq: base.seq, nextNumber }
  }

  async #follows({ seq, part }: CommitPart): Promise<boolean> {
    const open = this.#writer?.open
    if (part > 0) return open?.seq === seq && open.parts === part
    if (open) await this.leaveFile()
    const chain = await this.chain()
    if (chain.state === 'damaged' || seq < 1 || seq > chain.lastSeq + 1) return false
    return seq > (chain.base?.seq ?? 0) || this.#goBack(chain, seq)
  }

  // The commit takes the place of one that the snapshot holds already: an older snapshot becomes the beginning again.
  async #goBack(chain: Chain, seq: number): Promise<boolean> {
    const older = await this.chainBelow(seq)
    if (older.state === 'damaged' || older.lastSeq !== chain.lastSeq) return false
    this.#chain = older
    return true
  }

  // A number that was given out stays so, even where its file was never made.
  async #open(): Promise<Chain> {
    const found = await openChain(this.#folder, { distrusted: this.#distrusted })
    this.#nextNumber = Math.max(found.nextNumber, this.#nextNumber)
    return found
  }

  async #newWriter(): Promise<JournalWriter> {
    const { line } = await this.chain()
    return JournalWriter.create(this.#folder, await this.takeNumber(), line)
  }
}
