import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { renewRows } from '../store/renew-rows.ts'
import type { KeyFacts } from '../workers/crypto-protocol.ts'
import type { OpenVault } from './open-vault.ts'
import type { RecoveryKit } from './make-vault.ts'
import type { VaultSession } from './session.ts'
import { createSignal } from './signal.ts'
import type { VaultProblem } from './vault-problem.ts'
import { readFiles, writeFiles } from './write-files.ts'

/** How far a renewal of the vault key has come. */
export type RenewalState =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  /** So many rows cannot be opened; until they are put back, the old key has to stay. */
  | { readonly state: 'held-up'; readonly reason: 'damaged-records'; readonly count: number }
  /** The disk refused; it goes on at the next unlock, or when the person asks for it. */
  | { readonly state: 'held-up'; readonly reason: 'not-saved' }

/** Why the keys cannot be changed now. */
export type KeyCareProblem =
  | VaultProblem
  /** The vault key is renewed only in a vault without damage: what does not open could not be sealed again. */
  | { readonly code: 'damaged-records' }
  /** What was prepared is gone, because the keys were changed in between. */
  | { readonly code: 'nothing-prepared' }
  /** The records of the case could not be taken out; the case is as it was. */
  | { readonly code: 'not-saved' }

/** Looks after what opens a vault beside the passphrase: recovery kit, vault key and its renewal. */
export class KeyCare {
  readonly renewal = createSignal<RenewalState>({ state: 'none' })
  readonly facts = createSignal<KeyFacts | undefined>(undefined)
  readonly #session: VaultSession
  readonly #removeFile: (name: string) => Promise<unknown>
  #prepared: 'kit' | 'renewal' | undefined
  #running: OpenVault | undefined
  #looking: Promise<void> = Promise.resolve()
  #work: Promise<void> = Promise.resolve()

  /** `removeFile` takes a sealed file out of the data folder. */
  constructor(session: VaultSession, removeFile: (name: string) => Promise<unknown>) {
    this.#session = session
    this.#removeFile = removeFile
    session.state.subscribe(() => this.#look())
  }

  /**
   * Makes another recovery key and shows it; with `renew` another vault key too. The present ones stay in force until
   * `confirmKit`. `current` is the passphrase, which proves the person again.
   */
  async prepareKit(input: {
    readonly current: string
    readonly renew: boolean
  }): Promise<Result<RecoveryKit, KeyCareProblem>> {
    const { ports } = this.#session
    if (input.renew && (await this.#session.opened?.store.isWhole()) === false) {
      return err({ code: 'damaged-records' })
    }
    const createdOn = ports.clock.now()
    const prepared = await this.#session.withKeys(async (open) => {
      const files = await readFiles(open)
      if (!files.ok) return files
      const header = await decodeHeader(files.value.header)
      if (!header.ok) return header
      const proof = { passphrase: input.current, kdf: header.value.passphrase.kdf }
      return open.workers.prepareKit(files.value, proof, { renew: input.renew, now: createdOn })
    })
    if (!prepared.ok) return prepared
    this.#prepared = input.renew ? 'renewal' : 'kit'
    return ok({ ...prepared.value, createdOn })
  }

  /** Puts what was prepared in force, once the person has shown that the kit is on paper. */
  async confirmKit(): Promise<Result<void, KeyCareProblem>> {
    const { opened, ports } = this.#session
    const action = this.#prepared === 'renewal' ? 'keys.renewed' : 'kit.renewed'
    const adopted = await this.#adopt()
    if (!adopted.ok) return adopted
    this.#prepared = undefined
    await opened?.store.note({ action, at: ports.clock.now(), count: 1 })
    this.#look()
    return adopted
  }

  /**
   * Takes a case out for good: its records, its files, its key; and renews the vault key, prepared with `renew` before, so
   * that what remains of the case elsewhere cannot be opened with the keys of this vault. The new keys come first: stopped
   * in between, the case is still there and the renewal goes on.
   */
  async eraseCase(caseId: string): Promise<Result<void, KeyCareProblem>> {
    const { opened, ports } = this.#session
    if (!opened) return err({ code: 'locked' })
    if (this.#prepared !== 'renewal') return err({ code: 'nothing-prepared' })
    // Looked up before the records are gone.
    const attachments = opened.store.model().list('attachment', caseId)
    const files = attachments.flatMap(({ head }) => head.storedAs ?? [])
    const confirmed = await this.confirmKit()
    if (!confirmed.ok) return confirmed
    const changes = [...opened.store.model().all()]
      .filter((entry) => entry.caseId === caseId)
      .map(({ id, rev }) => ({ op: 'delete', id, baseRev: rev }) as const)
    const act = { action: 'case.erase', at: ports.clock.now() }
    const erased = await opened.store.commit(changes, act, { eraseCases: [caseId] })
    if (!erased.ok) return err({ code: 'not-saved' })
    // One that cannot be removed now is left without a record, and can be opened by nobody.
    for (const name of files) await this.#removeFile(name)
    return ok()
  }

  /** Lets go of a kit that was not confirmed; everything stays as it is. */
  async discardKit(): Promise<void> {
    this.#prepared = undefined
    await this.#session.opened?.workers.call('discardFiles', {})
  }

  /** Goes on with a renewal that was held up. */
  resume(): Promise<void> {
    this.#look()
    return this.settled()
  }

  /** Resolves when a renewal that is under way has ended or is held up. */
  async settled(): Promise<void> {
    await this.#looking
    await this.#work
  }

  /** Writes the prepared files and only then works with their keys. */
  async #adopt(): Promise<Result<void, KeyCareProblem>> {
    const adopted = await this.#session.withKeys<'done' | 'nothing-prepared'>(async (open) => {
      const before = await readFiles(open)
      if (!before.ok) return before
      const files = await open.workers.call('preparedFiles', { header: before.value.header })
      if (!files.ok) {
        const { error } = files
        return error.code === 'nothing-prepared' ? ok<'nothing-prepared'>(error.code) : err(error)
      }
      const written = await writeFiles(open, files.value)
      if (!written.ok) return written
      await open.workers.call('adoptFiles', {})
      return ok<'done'>('done')
    })
    if (!adopted.ok) return adopted
    return adopted.value === 'done' ? ok() : err({ code: adopted.value })
  }

  #look(): void {
    this.#looking = this.#onState()
  }

  async #onState(): Promise<void> {
    const { opened, readOnly } = this.#session
    if (!opened) {
      this.facts.set(undefined)
      this.renewal.set({ state: 'none' })
      return
    }
    const facts = await opened.workers.call('keyFacts', {})
    this.facts.set(facts)
    if (facts.older.length > 0 && !readOnly.get() && this.#running !== opened)
      this.#work = this.#renew(opened)
  }

  async #renew(open: OpenVault): Promise<void> {
    this.#running = open
    try {
      await this.#renewRows(open)
    } catch {
      // The page is being locked, or its store is gone: the next unlock goes on.
      this.#session.ports.log('error', 'renewal-stopped')
      this.renewal.set({ state: 'held-up', reason: 'not-saved' })
    } finally {
      this.#running = undefined
    }
  }

  async #renewRows(open: OpenVault): Promise<void> {
    const { database, store, workers } = open
    const isStopped = () => this.#session.opened !== open
    const facts = await workers.call('keyFacts', {})
    this.renewal.set({ state: 'running', done: 0, total: 0 })
    if (facts.manifestEpoch !== facts.epoch && !(await store.rekeyManifest()).ok) return this.#holdUp()
    const parts = {
      database,
      crypto: workers.call,
      store,
      isStopped,
      onProgress: (progress: { readonly done: number; readonly total: number }) =>
        this.renewal.set({ state: 'running', ...progress }),
    }
    const renewed = await renewRows(parts, facts.epoch)
    if (renewed === 'stopped') return this.#holdUp()
    if (renewed.left > 0) {
      this.renewal.set({ state: 'held-up', reason: 'damaged-records', count: renewed.left })
      return
    }
    await this.#finish(open)
  }

  /** Nothing is sealed under an earlier key any more: a copy of all that is made first, then the key goes. */
  async #finish(open: OpenVault): Promise<void> {
    const { durable, store, workers } = open
    const forgotten = await store.workWithKeys(() => Promise.resolve({ forgetCaseKeys: true }))
    if (!forgotten.ok) return this.#holdUp()
    const snapshot = await durable('durable.snapshot', {})
    if (!snapshot.ok || snapshot.value.state !== 'verified') return this.#holdUp()
    const prepared = await this.#session.withKeys(async () => {
      const files = await readFiles(open)
      return files.ok ? workers.call('prepareForgetting', files.value) : files
    })
    if (!prepared.ok || !(await this.#adopt()).ok) return this.#holdUp()
    this.facts.set(await workers.call('keyFacts', {}))
    this.renewal.set({ state: 'none' })
    await store.note({ action: 'keys.renewalFinished', at: this.#session.ports.clock.now(), count: 1 })
    this.#session.ports.log('info', 'vault-key-renewed')
  }

  #holdUp(): void {
    this.renewal.set({ state: 'held-up', reason: 'not-saved' })
  }
}
