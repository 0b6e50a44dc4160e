import type { Clock } from '../../ports.ts'
import type { Log } from '../log/log.ts'
import { bytesAfterBase } from './chain.ts'
import type { Chain } from './chain.ts'
import { systemCode } from './disk.ts'
import type { Snapshots } from './snapshots.ts'
import { DamagedFile } from './row-index.ts'

const leastBytes = 16 * 1024 * 1024
const dayMs = 24 * 60 * 60 * 1000
const againMs = 60 * 60 * 1000

interface ClockDeps {
  readonly snapshots: Snapshots
  readonly clock: Clock
  readonly log: Log
  readonly quietMs: number
  /** True while half a commit is waiting for the rest: a snapshot would cut it off. */
  readonly isBusy: () => boolean
}

/**
 * Tells whether a snapshot is due: 16 MiB of commits, or a quarter of the last snapshot where that is more (else an import of
 * many records would write the whole vault again and again), or a day since the last one.
 */
export function isSnapshotDue(chain: Chain, now: string): boolean {
  const { base, commits } = chain
  if (chain.state === 'damaged' || commits.length === 0) return false
  if (bytesAfterBase(chain) > Math.max(leastBytes, (base?.bytes ?? 0) / 4)) return true
  return base !== null && Date.parse(now) - Date.parse(base.ends.at) >= dayMs
}

/** Makes snapshots in the background when they are due and the page has paused. */
export class SnapshotClock {
  readonly #deps: ClockDeps
  #timer: NodeJS.Timeout | undefined
  #making: Promise<void> | undefined
  #notBefore = 0

  constructor(deps: ClockDeps) {
    this.#deps = deps
  }

  /** Hears of each commit. */
  appended(chain: Chain): void {
    const now = this.#deps.clock.now()
    if (this.#making || Date.parse(now) < this.#notBefore || !isSnapshotDue(chain, now)) return
    this.#wait()
  }

  /** Settles when nothing is being made. */
  async settled(): Promise<void> {
    await this.#making
  }

  /** Gives up waiting for a pause; settles when nothing is being made. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#making
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#start(), this.#deps.quietMs).unref()
  }

  #start(): void {
    if (this.#deps.isBusy()) return this.#wait()
    this.#making = this.#make().finally(() => (this.#making = undefined))
  }

  // Nobody waits for this one: what went wrong goes into the log, and the next try is an hour away.
  async #make(): Promise<void> {
    const { snapshots, log, clock } = this.#deps
    try {
      const made = await snapshots.make()
      if (made.ok) log.info('snapshot-made', { rows: made.value.rows, bytes: made.value.bytes })
      else log.error('snapshot-failed', { reason: made.error.code })
    } catch (error) {
      const code = error instanceof DamagedFile ? 'damaged-file' : (systemCode(error) ?? 'not-an-error')
      log.error('snapshot-failed', { reason: code })
      this.#notBefore = Date.parse(clock.now()) + againMs
    }
  }
}
