import { KeyCare } from '#renderer/data/session/key-care.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import type { SessionPorts } from '#renderer/data/session/session-ports.ts'
import type { WorkerFactory, WorkerHandle } from '#renderer/data/workers/vault-workers.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { quickWorkers } from './in-process-workers.ts'

/** A page of the program on a computer that can lose its power after any write. */
export interface CrashingPage {
  readonly session: VaultSession
  readonly care: KeyCare
  /** Counts from here on; after so many writes this page never writes again, and never hears from the host. */
  arm(crashAfter: number): void
  /** Resolves when the power is gone. */
  readonly crashed: Promise<void>
  /** Ends the workers of this page; a process with open channels does not end. */
  end(): void
  /** Writes since `arm`: calls that change the data folder, and transactions of the store. */
  writes(): number
}

let pages = 0
let current: Power | undefined

/** What a page's writes go through. */
class Power {
  readonly off = Promise.withResolvers<void>()
  count = 0
  #crashAfter = Number.POSITIVE_INFINITY

  get isOff(): boolean {
    return this.count >= this.#crashAfter
  }

  arm(crashAfter: number): void {
    this.count = 0
    this.#crashAfter = crashAfter
  }

  wrote(): void {
    if (this.isOff) return
    this.count++
    if (!this.isOff) return
    if (current === this) current = undefined
    this.off.resolve()
  }
}

/**
 * Starts the program on what is there: the real session over the real service of the data folder and IndexedDB. Pages come one after
 * the other; the one before is dead by then.
 */
export async function startPage(
  folder: string,
  databaseName: string,
  workers: WorkerFactory = quickWorkers,
  more: Partial<SessionPorts> = {},
): Promise<CrashingPage> {
  watchTransactions()
  const power = new Power()
  current = power
  const durable = createRealDurable(folder, { quietMs: 3_600_000 })
  const started: WorkerHandle[] = []
  const start = (kind: keyof WorkerFactory) => () => {
    const worker = workers[kind]()
    started.push(worker)
    return worker
  }
  const never = () => new Promise<never>(() => undefined)
  const reading = new Set(['durable.look', 'durable.read', 'durable.read.next', 'durable.find'])
  const session = new VaultSession({
    databaseName,
    durable: async (method, request) => {
      if (power.isOff) return never()
      const answer = await durable.call(method, request)
      if (!reading.has(method)) power.wrote()
      return power.isOff ? never() : answer
    },
    workers: { crypto: start('crypto'), kdf: start('kdf') },
    writerLock: { acquire: () => Promise.resolve(() => undefined) },
    witness: { knowsOfVault: () => true, remember: () => undefined },
    clock: {
      now: () => '2026-11-21T14:02:00Z',
      wait: () => Promise.resolve(),
      breathe: () => Promise.resolve(),
      patience: never,
    },
    systemZone: () => 'America/Denver',
    newId: () => `page-${String(++pages)}`,
    endPage: () => Promise.resolve(),
    whenIdle: () => undefined,
    log: () => undefined,
    ...more,
  })
  const care = new KeyCare(session, () => Promise.resolve())
  await session.start()
  return {
    session,
    care,
    arm: (crashAfter) => power.arm(crashAfter),
    crashed: power.off.promise,
    end: () => started.forEach((worker) => worker.terminate()),
    writes: () => power.count,
  }
}

const owners = new WeakMap<IDBDatabase, Power>()
let isWatching = false

/** Counts the transactions that write, and lets none begin where the power is gone. */
function watchTransactions(): void {
  if (isWatching) return
  isWatching = true
  const { prototype } = IDBDatabase
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'transaction')
  // The one method of that name, as every database has it.
  const begin = descriptor?.value as (
    this: IDBDatabase,
    ...given: Parameters<IDBDatabase['transaction']>
  ) => IDBTransaction
  prototype.transaction = function (this: IDBDatabase, ...given) {
    const power = owners.get(this) ?? current
    if (power) owners.set(this, power)
    const writes = given[1] === 'readwrite'
    if (writes && power?.isOff) throw new Error('the power is gone')
    const transaction = begin.apply(this, given)
    if (writes) transaction.addEventListener('complete', () => power?.wrote())
    return transaction
  }
}
