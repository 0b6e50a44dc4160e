import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { checkNewPassphrase, passphraseToBytes } from '#shared/vault/kdf.ts'
import type { Damage } from '../store/load-vault.ts'
import { createReadModel } from '../store/read-model.ts'
import type { ReadModel } from '../store/read-model.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'
import { createCourtesyDelay } from './courtesy-delay.ts'
import { createFlushers } from './flushers.ts'
import type { Restored } from './choose-copy.ts'
import { makeVault } from './make-vault.ts'
import type { RecoveryKit } from './make-vault.ts'
import { openVault } from './open-vault.ts'
import type { OpenVault, OpeningProgress } from './open-vault.ts'
import { isStillAsFound, probeVault } from './probe-vault.ts'
import type { FoundVault, RecoveryReason } from './probe-vault.ts'
import { replaceSlot } from './replace-slot.ts'
import { VaultHealth } from './vault-health.ts'
import type { SessionPorts } from './session-ports.ts'
import { createSignal } from './signal.ts'
import { slotProblem, storeProblem } from './vault-problem.ts'
import type { SlotProblem, VaultProblem } from './vault-problem.ts'
import { withWriterRight } from './writer-right.ts'
import type { WhenTaken, WorkWithRight } from './writer-right.ts'

export type VaultState = 'loading' | 'none' | 'locked' | 'unlocked' | 'damaged'

const flushPatienceMs = 10_000

type OpenSlot = (workers: VaultWorkers, vault: FoundVault) => Promise<Result<void, SlotProblem>>

/** One vault from start to lock: what is found on this computer, how it opens, and how it closes. */
export class VaultSession {
  readonly state = createSignal<VaultState>('loading')
  /** Why the state is `damaged`. */
  readonly problem = createSignal<VaultProblem | undefined>(undefined)
  /** Records that did not open; the rest of the vault works. */
  readonly damage = createSignal<readonly Damage[]>([])
  /** True after a recovery until a new passphrase is set; commands are refused meanwhile. */
  readonly passphraseRequired = createSignal(false)
  /** True where another page has the right to write: everything can be read here and nothing changed. */
  readonly readOnly = createSignal(false)
  /** Why unlocking opens the second copy; undefined where the vault is where it should be. */
  readonly recovery = createSignal<RecoveryReason | undefined>(undefined)
  /** How far the opening has come, where it takes its time. */
  readonly opening = createSignal<OpeningProgress | undefined>(undefined)
  /** What the last unlock put back from the second copy. */
  readonly restored = createSignal<Restored | undefined>(undefined)
  readonly model = createSignal<ReadModel>(createReadModel([]))
  /** What the check behind the open vault has found. */
  readonly health: VaultHealth
  readonly #ports: SessionPorts
  readonly #delay
  readonly #flushers = createFlushers()
  #found: FoundVault | undefined
  #open: OpenVault | undefined
  #busy: Promise<unknown> = Promise.resolve()

  constructor(ports: SessionPorts) {
    this.#ports = ports
    this.health = new VaultHealth(ports)
    this.#delay = createCourtesyDelay(ports.clock)
  }

  /** What exists only while the vault is unlocked. */
  get opened(): OpenVault | undefined {
    return this.#open
  }

  get ports(): SessionPorts {
    return this.#ports
  }

  /** Looks what is on this computer. */
  start(): Promise<void> {
    return this.#alone(() => this.#probe())
  }

  /** Makes a vault and leaves it unlocked. The recovery key is shown once and kept nowhere. */
  createVault({ passphrase }: { readonly passphrase: string }): Promise<Result<RecoveryKit, VaultProblem>> {
    return this.#alone(async () => {
      const checked = checkNewPassphrase(passphrase)
      if (!checked.ok) return checked
      if (this.state.get() !== 'none') return err({ code: 'vault-exists' })
      return this.#withRight((workers, release) => this.#makeVault(workers, passphrase, release))
    })
  }

  unlockWithPassphrase(passphrase: string): Promise<Result<void, VaultProblem>> {
    return this.#alone(async () => {
      const bytes = passphraseToBytes(passphrase)
      if (!bytes.ok) return bytes
      const opened = await this.#unlock(
        (workers, { files, header }) =>
          workers.unlockWithPassphrase(files, passphrase, header.passphrase.kdf),
        'read',
      )
      if (opened.ok || opened.error.code !== 'wrong-key') return withoutWrongKey(opened)
      return err({ code: 'wrong-passphrase', retryInSeconds: this.#countFailure() })
    })
  }

  /** Opens the vault with the key from paper; the next thing must be `setPassphrase`. */
  unlockWithRecoveryKey(recoveryKey: string): Promise<Result<void, VaultProblem>> {
    return this.#alone(async () => {
      this.passphraseRequired.set(true)
      const opened = await this.#unlock((workers, { files }) =>
        workers.call('unlockWithRecoveryKey', { ...files, recoveryKey }),
      )
      if (opened.ok) return ok()
      this.passphraseRequired.set(false)
      if (opened.error.code === 'mistyped') {
        return err({ code: 'wrong-recovery-key', reason: 'mistyped', retryInSeconds: 0 })
      }
      if (opened.error.code !== 'wrong-key') return withoutWrongKey(opened)
      return err({ code: 'wrong-recovery-key', reason: 'no-match', retryInSeconds: this.#countFailure() })
    })
  }

  /** Sets another passphrase. `current` proves the person again; right after a recovery it is not asked for. */
  setPassphrase(input: {
    readonly next: string
    readonly current?: string
  }): Promise<Result<void, VaultProblem>> {
    const checked = checkNewPassphrase(input.next)
    if (!checked.ok) return Promise.resolve(checked)
    return this.withKeys(async (open) => {
      const current = this.passphraseRequired.get() ? undefined : (input.current ?? '')
      const replaced = await replaceSlot(open, input.next, current)
      if (replaced.ok) this.passphraseRequired.set(false)
      return replaced
    })
  }

  /**
   * Works on what opens the vault; nothing that opens, changes or closes it comes between. A wrong passphrase counts as
   * a failed attempt.
   */
  withKeys<T>(
    work: (open: OpenVault) => Promise<Result<T, SlotProblem | VaultProblem>>,
  ): Promise<Result<T, VaultProblem>> {
    return this.#alone(async () => {
      if (!this.#open) return err({ code: 'locked' })
      if (this.readOnly.get()) return err({ code: 'opened-elsewhere' })
      await this.#delay.pass()
      const done = await work(this.#open).catch(storeProblem)
      if (done.ok) this.#delay.succeed()
      else if (done.error.code === 'wrong-key')
        return err({ code: 'wrong-passphrase', retryInSeconds: this.#countFailure() })
      return done.ok ? done : err(slotProblem(done.error))
    })
  }

  /** Drafts that are not on disk yet are written by these before the vault is locked. */
  registerFlush(flush: () => Promise<unknown>): () => void {
    return this.#flushers.register(flush)
  }

  /** Writes all drafts and tells whether all of them are on disk; the host asks for it before the window closes. */
  async flush(): Promise<boolean> {
    const failed = await this.#flushers.run()
    if (failed > 0) this.#ports.log('error', 'drafts-not-saved', { count: failed })
    await this.#open?.store.settled()
    return failed === 0
  }

  /** Writes drafts, drops the keys, ends the workers, closes the database, then ends the page. */
  lock(): Promise<void> {
    return this.#alone(async () => {
      const release = await this.#close()
      release?.()
      await this.#ports.tellKeys?.(false)
      if (release) await this.#probe()
      await this.#ports.endPage()
    })
  }

  /**
   * Closes what is open and lets `work` put another vault in its place, while nobody else may write; then the page ends,
   * whatever came of it. Errors: `opened-elsewhere`; those of `work` are thrown on.
   */
  replaceVault(work: () => Promise<void>): Promise<Result<void, VaultProblem>> {
    return this.#alone(async () => {
      if (this.readOnly.get()) return err({ code: 'opened-elsewhere' })
      const release = (await this.#close()) ?? (await this.#ports.writerLock.acquire())
      if (!release) return err({ code: 'opened-elsewhere' })
      try {
        await work()
      } finally {
        release()
        await this.#probe()
        await this.#ports.endPage()
      }
      return ok()
    })
  }

  /** Everything that exists only while the vault is unlocked ends. Answers with the right to write, if it was held. */
  async #close(): Promise<(() => void) | undefined> {
    const open = this.#open
    if (!open) return undefined
    // A draft that cannot be written must not keep the vault open.
    await Promise.race([this.flush(), this.#ports.clock.patience(flushPatienceMs)])
    await this.#ports.stopWork?.()
    this.health.end()
    this.#open = undefined
    open.workers.terminate()
    open.database.close()
    this.state.set('loading')
    this.passphraseRequired.set(false)
    this.readOnly.set(false)
    this.damage.set([])
    this.model.set(createReadModel([]))
    this.#ports.log('info', 'vault-locked')
    return open.release
  }

  async #probe(): Promise<void> {
    const probed = await probeVault(this.#ports).catch(storeProblem)
    if (probed.ok) {
      this.#found = probed.value
      this.recovery.set(probed.value?.reason)
      if (probed.value?.reason) this.#ports.log('error', `recovery-${probed.value.reason}`)
      this.state.set(probed.value ? 'locked' : 'none')
      return
    }
    this.#found = undefined
    this.problem.set(probed.error)
    this.#ports.log('error', probed.error.code)
    this.state.set('damaged')
  }

  async #unlock(
    openSlot: OpenSlot,
    whenTaken: WhenTaken = 'refuse',
  ): Promise<Result<void, SlotProblem | VaultProblem>> {
    if (this.#open) return err({ code: 'already-unlocked' })
    if (!this.#found) return err({ code: 'no-vault' })
    await this.#delay.pass()
    return this.#withRight<void, SlotProblem | VaultProblem>(async (workers, release) => {
      // Another page may have written since this one looked.
      if (this.#found && !(await isStillAsFound(this.#found))) await this.#probe()
      const found = this.#found
      if (!found) return err(this.problem.get() ?? { code: 'no-vault' })
      const slot = await openSlot(workers, found)
      if (!slot.ok) return slot
      await this.#ports.tellKeys?.(true)
      const opened = await this.#openFound(found, workers, release)
      if (opened.ok) this.#delay.succeed()
      return opened
    }, whenTaken)
  }

  async #openFound(
    found: FoundVault,
    workers: VaultWorkers,
    release: () => void,
  ): Promise<Result<void, VaultProblem>> {
    const opened = await openVault({
      found,
      durable: this.#ports.durable,
      upgrader: this.#ports.upgrader,
      now: this.#ports.clock.now(),
      workers,
      release,
      isReadOnly: this.readOnly.get(),
      onCommitted: this.model.set,
      onProgress: this.opening.set,
    })
    this.opening.set(undefined)
    if (!opened.ok) return opened
    this.#show(opened.value)
    return ok()
  }

  async #makeVault(
    workers: VaultWorkers,
    passphrase: string,
    release: () => void,
  ): Promise<Result<RecoveryKit, VaultProblem>> {
    const made = await makeVault(this.#ports, workers, passphrase)
    if (!made.ok) return made
    this.#found = made.value.found
    const opened = await this.#openFound(made.value.found, workers, release)
    return opened.ok ? ok(made.value.kit) : opened
  }

  async #withRight<T, E>(
    work: WorkWithRight<T, E>,
    whenTaken: WhenTaken = 'refuse',
  ): Promise<Result<T, E | VaultProblem>> {
    const result = await withWriterRight<T, E>(this.#ports, whenTaken, (workers, release, isReadOnly) => {
      this.readOnly.set(isReadOnly)
      return work(workers, release, isReadOnly)
    })
    if (!result.ok) this.readOnly.set(false)
    return result
  }

  #show(open: OpenVault): void {
    this.#open = open
    this.#ports.witness.remember(open.database.name)
    if (open.damage.length > 0) this.#ports.log('error', 'damaged-records', { count: open.damage.length })
    if (open.restored) {
      const { reason, records } = open.restored
      this.#ports.log('warn', `restored-${reason}`, { records })
    }
    this.restored.set(open.restored)
    this.recovery.set(undefined)
    this.damage.set(open.damage)
    this.model.set(open.store.model())
    this.state.set('unlocked')
    if (this.readOnly.get()) return
    this.health.begin(open)
    this.#foldWhenIdle(open)
  }

  /** Folds what has been at rest into packs, a part at a time, so that the next unlock reads few rows. */
  #foldWhenIdle(open: OpenVault): void {
    this.#ports.whenIdle(() => {
      if (this.#open !== open) return
      open.store.fold().then(
        (folded) => folded && this.#foldWhenIdle(open),
        () => this.#ports.log('error', 'fold-failed'),
      )
    })
  }

  #countFailure(): number {
    const seconds = this.#delay.fail()
    this.#ports.log('warn', 'wrong-key', { 'retry-in-seconds': seconds })
    this.#ports.noteWrongKey?.()
    return seconds
  }

  /** Creating, unlocking, changing the passphrase and locking never overlap. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#busy.then(work)
    this.#busy = result.catch(() => undefined)
    return result
  }
}

function withoutWrongKey(result: Result<void, SlotProblem | VaultProblem>): Result<void, VaultProblem> {
  return result.ok ? result : err(slotProblem(result.error))
}
