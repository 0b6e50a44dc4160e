import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { Clock } from '../../ports.ts'
import type { Journal } from './journal.ts'
import { newToken } from './readings.ts'
import type { Snapshots } from './snapshots.ts'
import { Turns } from './turns.ts'
import type { VaultFolder } from './vault-files.ts'
import { startSnapshot } from './write-snapshot.ts'
import type { SnapshotWriter } from './write-snapshot.ts'

/** A page that says nothing for so long has forgotten what it began. */
const idleMs = 30_000

interface RebuildDeps {
  readonly folder: VaultFolder
  readonly journal: Journal
  readonly turns: Turns
  readonly snapshots: Snapshots
  readonly clock: Clock
}

interface Current {
  readonly token: string
  readonly writer: SnapshotWriter
  readonly over: PromiseWithResolvers<void>
  timer: NodeJS.Timeout
}

/** A snapshot made of rows that the page hands over, one at a time. Until it is whole everything stays as it was. */
export class Rebuild {
  readonly #deps: RebuildDeps
  readonly #parts = new Turns()
  #current: Current | undefined

  constructor(deps: RebuildDeps) {
    this.#deps = deps
  }

  /** Settles when no rebuild is under way. */
  async over(): Promise<void> {
    await this.#current?.over.promise
  }

  /** Begins; whatever was begun before is dropped. Rejects when the disk refuses. */
  async begin(seq: number): Promise<string> {
    return this.#parts.run(async () => {
      await this.#drop()
      const { folder, clock } = this.#deps
      const writer = await startSnapshot(folder, { seq, line: 0, isBase: true, at: clock.now() })
      const token = newToken()
      this.#current = { token, writer, over: Promise.withResolvers<void>(), timer: this.#startTimer() }
      return token
    })
  }

  /**
   * Takes rows; with the last ones the new line begins. Answers how many there are so far, undefined for a token that is
   * not current. Rejects when the disk refuses: then the rebuild is over.
   */
  async add(token: string, rows: readonly StoredRow[], last: boolean): Promise<number | undefined> {
    return this.#parts.run(async () => {
      const current = this.#current
      if (current?.token !== token) return undefined
      clearTimeout(current.timer)
      try {
        await current.writer.add(rows)
        if (last) await this.#finish(current.writer)
        else current.timer = this.#startTimer()
      } catch (error) {
        await this.#drop()
        throw error
      }
      return current.writer.rows
    })
  }

  async drop(): Promise<void> {
    await this.#parts.run(() => this.#drop())
  }

  async #finish(writer: SnapshotWriter): Promise<void> {
    const { journal, turns, snapshots } = this.#deps
    await turns.run(async () => {
      const base = await writer.finish(await journal.takeNumber())
      snapshots.noteVerified(base)
      journal.begin(base)
    })
    this.#end()
  }

  async #drop(): Promise<void> {
    const writer = this.#current?.writer
    this.#end()
    await writer?.drop()
  }

  #end(): void {
    clearTimeout(this.#current?.timer)
    this.#current?.over.resolve()
    this.#current = undefined
  }

  #startTimer(): NodeJS.Timeout {
    return setTimeout(() => void this.drop(), idleMs).unref()
  }
}
