import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { HealthBook, KeptOrphan } from '../session/health-book.ts'
import { createSignal } from '../session/signal.ts'
import { checkFiles, isFilesCheckDue, oldOrphans, readWhole, takeStock } from './check-files.ts'
import type { FileCheckParts, FilesProgress } from './check-files.ts'
import type { FilePorts } from './file-ports.ts'
import type { VaultFiles } from './vault-files.ts'

/** What the check of the files is doing. */
export type FileHealthState =
  | { readonly state: 'resting' }
  | ({ readonly state: 'checking'; readonly isWaiting: boolean } & FilesProgress)
  /** The folder of the files could not be read; nothing is said about them. */
  | { readonly state: 'failed'; readonly at: string }

export interface FileHealthPorts {
  readonly files: Pick<VaultFiles, 'open' | 'census'>
  readonly call: FilePorts['call']
  readonly entries: FileCheckParts['entries']
  readonly book: HealthBook
  readonly now: () => string
  /** Lets the page do what waits. */
  readonly breathe: () => Promise<void>
  /** Resolves once the person has paused for a moment; undefined where nobody is at work. */
  readonly whenQuiet: () => Promise<void> | undefined
  /** Whether the records were all opened and are whole: else a file may seem to have none. */
  readonly isVaultWell: () => boolean
  /** Vaults kept beside this one have files of their own in the same folder. */
  readonly hasKeptVaults: () => Promise<boolean>
  /** Writes into the history that so many leftover files were taken away. */
  readonly noteTidied: (count: number) => Promise<unknown>
  readonly log: (level: 'info' | 'error', code: string, facts?: Readonly<Record<string, number>>) => void
}

/** Why leftover files stay where they are. */
export type TidyProblem = { readonly code: 'vault-damaged' | 'vaults-kept' | 'nothing-old' | 'not-writable' }

/** Looks after the files of the open vault: what is missing, damaged or left over. */
export class FileHealth {
  readonly now = createSignal<FileHealthState>({ state: 'resting' })
  readonly #ports: FileHealthPorts
  #turn: object | undefined
  #running: Promise<void> | undefined
  /** The person asked for the check: it does not wait for a pause. */
  #isAsked = false
  #ended = Promise.withResolvers<void>()

  constructor(ports: FileHealthPorts) {
    this.#ports = ports
  }

  /** The vault is open and was looked through: takes stock of its files, and reads all of them where that is due. */
  async begin(): Promise<void> {
    if (!this.#turn) {
      this.#turn = {}
      this.#ended = Promise.withResolvers()
    }
    const { book, now } = this.#ports
    if (this.#running || isFilesCheckDue(book, now())) return this.#run(false)
    if (!(await takeStock(this.#parts({ current: this.#turn })))) this.now.set({ state: 'failed', at: now() })
  }

  /** The vault is locked. */
  end(): void {
    this.#turn = undefined
    this.#running = undefined
    // What was asked of the crypto worker is never answered once it has ended.
    this.#ended.resolve()
    this.now.set({ state: 'resting' })
  }

  /** Reads all files now, without waiting for pauses; a check in the background goes on as this one. */
  check(): Promise<void> {
    return this.#turn ? this.#run(true) : Promise.resolve()
  }

  /** Reads one file again and keeps what is found; answers whether it is whole. */
  async recheck(id: string): Promise<boolean> {
    const { book, entries } = this.#ports
    const entry = entries().find((each) => each.id === id)
    const turn = this.#turn
    if (!entry || !turn) return false
    const found = await readWhole(this.#parts({ current: turn }), entry, () => undefined)
    if (found === 'stopped') return false
    const others = book.now.get().problems.filter((each) => each.id !== id)
    await book.change({ problems: found ? [...others, { id, code: found }] : others })
    return found === undefined
  }

  /** Files without a record that the person may take away now. */
  tidiable(): readonly KeptOrphan[] {
    return oldOrphans(this.#ports.book.now.get().orphans, this.#ports.now())
  }

  /**
   * Takes away files that have had no record for thirty days, because the person says so. Never in a vault with damage,
   * where the record may be what is lost, and never beside another vault, whose files they may be.
   */
  async tidy(): Promise<Result<number, TidyProblem>> {
    const { call, book, isVaultWell, hasKeptVaults, noteTidied } = this.#ports
    if (!isVaultWell()) return err({ code: 'vault-damaged' })
    if (await hasKeptVaults()) return err({ code: 'vaults-kept' })
    await takeStock(this.#parts({ current: this.#turn }))
    const old = this.tidiable()
    if (old.length === 0) return err({ code: 'nothing-old' })
    const gone = new Set<string>()
    for (const { name } of old) if ((await call('attachments.remove', { name })).ok) gone.add(name)
    await book.change({ orphans: book.now.get().orphans.filter(({ name }) => !gone.has(name)) })
    if (gone.size > 0) await noteTidied(gone.size)
    return gone.size === old.length ? ok(gone.size) : err({ code: 'not-writable' })
  }

  #run(isAsked: boolean): Promise<void> {
    this.#isAsked ||= isAsked
    const running = this.#running ?? Promise.race([this.#check(), this.#ended.promise])
    this.#running = running
    return running.then(() => {
      if (this.#running !== running) return
      this.#running = undefined
      this.#isAsked = false
    })
  }

  async #check(): Promise<void> {
    const turn = this.#turn
    const { now, log, book } = this.#ports
    const show = (state: FileHealthState) => {
      if (this.#turn === turn) this.now.set(state)
    }
    try {
      const ended = await checkFiles(this.#parts({ current: turn }))
      if (ended === 'stopped') return
      const { problems, files } = book.now.get()
      log(
        problems.length > 0 || ended !== 'done' ? 'error' : 'info',
        ended === 'done' ? 'files-checked' : 'files-unreadable',
        { files: files?.files ?? 0, problems: problems.length },
      )
      show(ended === 'done' ? { state: 'resting' } : { state: 'failed', at: now() })
    } catch {
      log('error', 'files-check-failed')
      show({ state: 'failed', at: now() })
    }
  }

  #parts({ current }: { readonly current: object | undefined }): FileCheckParts {
    const { files, entries, book, now, breathe, whenQuiet } = this.#ports
    let progress: FilesProgress | undefined
    const show = (isWaiting: boolean) => {
      if (this.#turn === current && progress) this.now.set({ state: 'checking', isWaiting, ...progress })
    }
    return {
      files,
      entries,
      book,
      now,
      step: async () => {
        await breathe()
        const quiet = this.#isAsked ? undefined : whenQuiet()
        if (quiet) {
          show(true)
          await quiet
        }
        return this.#turn === current
      },
      onProgress: (next) => {
        progress = next
        show(false)
      },
    }
  }
}
