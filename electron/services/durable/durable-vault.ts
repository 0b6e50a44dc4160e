import type { HandlerResult, MethodName, RequestOf } from '#shared/contract/methods.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import type { Clock } from '../../ports.ts'
import type { Log } from '../log/log.ts'
import { systemCode } from './disk.ts'
import type { Disk } from './disk.ts'
import { HeaderStore } from './header-store.ts'
import { Journal } from './journal.ts'
import { orDiskProblem, orNotReadable } from './problems.ts'
import { readMethods } from './read-methods.ts'
import { Readings } from './readings.ts'
import { Rebuild } from './rebuild.ts'
import { retentionRule } from './retention.ts'
import type { RetentionRule } from './retention.ts'
import { SnapshotClock } from './snapshot-clock.ts'
import { Snapshots } from './snapshots.ts'
import { Turns } from './turns.ts'
import { listVault, pathIn } from './vault-files.ts'
import type { VaultFolder } from './vault-files.ts'
import { writeMethods } from './write-methods.ts'

export type DurableMethod = Extract<MethodName, `durable.${string}`>

export type DurableMethods<M extends DurableMethod = DurableMethod> = {
  readonly [K in M]: (request: RequestOf<K>) => Promise<HandlerResult<K>>
}

/** The `durable.*` methods of the contract, and the work that goes on behind them. */
export interface DurableVault {
  readonly methods: DurableMethods
  /** Settles when no snapshot is being made in the background. */
  settled(): Promise<void>
  /**
   * The program ends: waits for a snapshot in the making, and lets go of every file. A page that still calls is answered as
   * before; what it appends begins a file of its own.
   */
  close(): Promise<void>
}

export interface DurableVaultSettings {
  readonly disk: Disk
  /** The vault's folder, for this program alone; made with the first thing that is written into it. */
  readonly folder: string
  /** This program and the engine under it. */
  readonly writer: Writer
  readonly clock: Clock
  readonly log: Log
  /** Counts the pages shown so far: what an earlier page began is dropped. */
  readonly generation: () => number
  /** A snapshot that is due waits for so long a pause in appending; three seconds when not given. */
  readonly quietMs?: number
  readonly retention?: RetentionRule
}

/** What the methods work with. */
export interface DurableParts {
  readonly folder: VaultFolder
  readonly turns: Turns
  readonly journal: Journal
  readonly headers: HeaderStore
  readonly snapshots: Snapshots
  readonly snapshotClock: SnapshotClock
  readonly rebuild: Rebuild
  readonly readings: Readings
  readonly retention: RetentionRule
}

/**
 * Keeps the second copy of the vault: every commit is appended and flushed before the page hears that it is saved, and a
 * snapshot of all of it is made from time to time. It sees sealed bytes and never a key. A disk that refuses is answered
 * with a code; nothing half done counts, and the next call begins anew.
 */
export function createDurableVault(settings: DurableVaultSettings): DurableVault {
  const parts = assemble(settings)
  const dropForeign = createPageGuard(settings.generation, parts)
  const tidy = createTidying(parts)
  const reads = eachOf(readMethods(parts), (work) => async (request) => {
    await dropForeign()
    return orNotReadable(settings.log, () => work(request))
  })
  const writes = eachOf(writeMethods(parts), (work) => async (request) => {
    await dropForeign()
    return orDiskProblem(settings.log, async () => {
      if (!(await parts.headers.mayWrite())) return { ok: false, error: { code: 'not-writable' } }
      await tidy()
      return work(request)
    })
  })
  return {
    methods: { ...reads, ...writes },
    settled: () => parts.snapshotClock.settled(),
    close: () => letGo(parts),
  }
}

async function letGo({ snapshotClock, readings, rebuild, turns, journal }: DurableParts): Promise<void> {
  await snapshotClock.stop()
  await Promise.all([readings.dropAll(), rebuild.drop()])
  await turns.run(() => journal.leaveFile())
}

function assemble(settings: DurableVaultSettings): DurableParts {
  const { disk, folder: path, clock, log, retention = retentionRule, quietMs = 3_000 } = settings
  const folder = { disk, path }
  const turns = new Turns()
  const journal = new Journal(folder)
  const snapshots = new Snapshots({ folder, journal, turns, clock, retention })
  return {
    folder,
    turns,
    journal,
    snapshots,
    retention,
    headers: new HeaderStore(folder, settings.writer),
    snapshotClock: new SnapshotClock({
      snapshots,
      clock,
      log,
      quietMs,
      isBusy: () => journal.hasOpenCommit,
    }),
    rebuild: new Rebuild({ folder, journal, turns, snapshots, clock }),
    readings: new Readings(),
  }
}

// A page that was locked or lost leaves readings, half a commit or half a rebuild behind; the next page knows nothing of them.
function createPageGuard(generation: () => number, { turns, journal, rebuild, readings }: DurableParts) {
  let last = generation()
  return async (): Promise<void> => {
    if (generation() === last) return
    last = generation()
    await Promise.all([readings.dropAll(), rebuild.drop()])
    await turns.run(async () => {
      if (journal.hasOpenCommit) await journal.leaveFile()
    })
  }
}

// Once, before the first thing is written: what an earlier program began and did not finish was never a snapshot.
function createTidying({ folder }: DurableParts): () => Promise<void> {
  let tidied: Promise<void> | undefined
  const tidy = async (): Promise<void> => {
    const { unfinished } = await listVault(folder)
    for (const { name } of unfinished) {
      await folder.disk.remove(pathIn(folder, name)).catch((error: unknown) => {
        if (systemCode(error) === undefined) throw error
      })
    }
  }
  return () => (tidied ??= tidy().catch(() => void (tidied = undefined)))
}

type AnyMethod = (request: never) => Promise<HandlerResult<DurableMethod>>

// Each method keeps its own request and answer: only what goes on before and after it is added.
function eachOf<T extends Readonly<Record<string, AnyMethod>>>(
  methods: T,
  around: (work: (request: unknown) => Promise<unknown>) => (request: unknown) => Promise<unknown>,
): T {
  const wrapped = Object.entries(methods).map(([name, work]) => [
    name,
    around(work as (request: unknown) => Promise<unknown>),
  ])
  return Object.fromEntries(wrapped) as T
}
