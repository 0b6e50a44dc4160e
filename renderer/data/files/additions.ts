import type { Refusal } from '#shared/commands/command.ts'
import { createSignal } from '../session/signal.ts'
import type { Signal } from '../session/signal.ts'
import type { FileProblem } from './file-ports.ts'
import type { VaultFiles } from './vault-files.ts'

/** A file on its way into the vault, or one that did not get there. */
export interface Addition {
  readonly id: number
  readonly caseId: string
  readonly fileName: string
  readonly sizeBytes: number
  /** Bytes of it that are sealed so far. */
  readonly doneBytes: number
  readonly state: 'waiting' | 'adding' | 'failed'
  readonly problem?: FileProblem | Refusal
}

/** Files to add, with what is known of all of them. */
export interface Batch {
  readonly caseId: string
  readonly receivedOn: string
  readonly dispute?: string
}

/** Adds files one after another and outlives the screen that began it. */
export interface Additions {
  readonly list: Signal<readonly Addition[]>
  /** How many were added since the page began. */
  readonly added: Signal<number>
  add(files: readonly File[], batch: Batch): void
  /** Stops a file on its way, or puts away one that failed. */
  drop(id: number): void
}

/** Starts with none. */
export function createAdditions(files: Pick<VaultFiles, 'add'>): Additions {
  return new AdditionQueue(files)
}

class AdditionQueue implements Additions {
  readonly list = createSignal<readonly Addition[]>([])
  readonly added = createSignal(0)
  readonly #files: Pick<VaultFiles, 'add'>
  readonly #stops = new Map<number, AbortController>()
  #last: Promise<unknown> = Promise.resolve()
  #lastId = 0

  constructor(files: Pick<VaultFiles, 'add'>) {
    this.#files = files
  }

  add(chosen: readonly File[], batch: Batch): void {
    for (const file of chosen) {
      const id = ++this.#lastId
      const stop = new AbortController()
      this.#stops.set(id, stop)
      const { name: fileName, size: sizeBytes } = file
      const waiting = {
        id,
        caseId: batch.caseId,
        fileName,
        sizeBytes,
        doneBytes: 0,
        state: 'waiting',
      } as const
      this.list.set([...this.list.get(), waiting])
      this.#last = this.#last
        .then(() => this.#run(id, file, batch, stop.signal))
        .catch(() => this.#change(id, { state: 'failed', problem: { code: 'internal' } }))
    }
  }

  drop(id: number): void {
    this.#stops.get(id)?.abort()
    this.#putAway(id)
  }

  async #run(id: number, file: File, batch: Batch, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    this.#change(id, { state: 'adding' })
    const { caseId, receivedOn, dispute = null } = batch
    const about = { case: caseId, title: titleOf(file.name), fileName: file.name, receivedOn, dispute }
    const onProgress = (doneBytes: number) => this.#change(id, { doneBytes })
    const done = await this.#files.add(file, about, { signal, onProgress })
    if (!done.ok && done.error.code !== 'cancelled') {
      this.#change(id, { state: 'failed', problem: done.error })
      return
    }
    this.#putAway(id)
    if (done.ok) this.added.set(this.added.get() + 1)
  }

  #change(id: number, part: Partial<Addition>): void {
    this.list.set(this.list.get().map((each) => (each.id === id ? { ...each, ...part } : each)))
  }

  #putAway(id: number): void {
    this.#stops.delete(id)
    this.list.set(this.list.get().filter((each) => each.id !== id))
  }
}

/** What a file is called in the vault until the person says otherwise: its name without the ending. */
export function titleOf(fileName: string): string {
  const title = fileName.replace(/\.[^.\s]{1,8}$/u, '').trim()
  return (title === '' ? fileName : title).slice(0, 200) || '–'
}
