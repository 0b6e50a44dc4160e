import { checkVault } from '../store/check-vault.ts'
import type { CheckReport } from '../store/check-vault.ts'
import { HealthBook } from './health-book.ts'
import type { OpenVault } from './open-vault.ts'
import type { SessionPorts } from './session-ports.ts'
import { isStoreFailure } from './vault-problem.ts'
import { createSignal } from './signal.ts'

/** What is known of the vault since it was unlocked. */
export type Health =
  | { readonly state: 'waiting' }
  | { readonly state: 'checking'; readonly done: number; readonly total: number }
  | { readonly state: 'checked'; readonly at: string; readonly report: CheckReport }
  /** The check itself broke off; nothing is said about the vault. */
  | { readonly state: 'failed'; readonly at: string }

/** Opens everything in the vault behind the screens, once after each unlock and whenever it is asked for. */
export class VaultHealth {
  readonly now = createSignal<Health>({ state: 'waiting' })
  /** What was checked before this unlock, and when. */
  readonly book = new HealthBook()
  #reading: Promise<void> = Promise.resolve()
  readonly #ports: SessionPorts
  #current: OpenVault | undefined
  #running: Promise<void> | undefined
  #ended = Promise.withResolvers<void>()

  constructor(ports: SessionPorts) {
    this.#ports = ports
  }

  /** Begins with a vault that was just opened: it is checked when the person pauses. */
  begin(open: OpenVault): void {
    this.#current = open
    this.#ended = Promise.withResolvers()
    this.now.set({ state: 'waiting' })
    this.#reading = this.book.begin(open).catch(() => undefined)
    this.#ports.whenIdle(() => {
      if (this.#current === open) void this.check()
    })
  }

  /** The vault is locked. */
  end(): void {
    this.#current = undefined
    this.#running = undefined
    // What was asked of the crypto worker is never answered once it has ended.
    this.#ended.resolve()
    this.book.end()
    this.now.set({ state: 'waiting' })
  }

  /** Checks everything; a check that runs already is waited for. */
  check(): Promise<void> {
    const running = this.#running ?? Promise.race([this.#check(), this.#ended.promise])
    this.#running = running
    return running.then(() => {
      if (this.#running === running) this.#running = undefined
    })
  }

  async #check(): Promise<void> {
    const open = this.#current
    if (!open) return
    const { clock, log } = this.#ports
    const isStopped = () => this.#current !== open
    const show = (health: Health) => {
      if (!isStopped()) this.now.set(health)
    }
    show({ state: 'checking', done: 0, total: 0 })
    try {
      const report = await checkVault({
        database: open.database,
        crypto: open.workers.call,
        durable: open.durable,
        store: open.store,
        isStopped,
        breathe: () => clock.breathe(),
        onProgress: (done, total) => show({ state: 'checking', done, total }),
      })
      if (!report) return
      const { rows, repaired, lost, lostRows, list } = report
      const isWell = list === 'fits' && lost.length + lostRows.length + repaired === 0
      log(isWell ? 'info' : 'error', `vault-checked-${list}`, { rows, repaired, lost: lost.length })
      await this.#keep(clock.now(), report)
      show({ state: 'checked', at: clock.now(), report })
    } catch (error) {
      if (isStopped()) return
      // Rows that the browser cannot read are put back from the second copy at the next unlock.
      if (isStoreFailure(error)) this.#ports.witness.distrust?.(open.database.name)
      log('error', 'check-failed')
      show({ state: 'failed', at: clock.now() })
    }
  }

  async #keep(
    at: string,
    { records, lost, lostRows, list, copy: state, pictures }: CheckReport,
  ): Promise<void> {
    await this.#reading
    const isWell = lost.length + lostRows.length === 0 && list !== 'differs'
    await this.book.change({ check: { at, records, isWell }, copy: { at, state, pictures } })
  }
}
