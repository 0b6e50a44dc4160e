import { createExecute } from '#renderer/data/session/execute.ts'
import type { Execute } from '#renderer/data/session/execute.ts'
import type { SaveStatus } from '#renderer/data/session/save-status.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import type { SessionPorts } from '#renderer/data/session/session-ports.ts'
import { createSignal } from '#renderer/data/session/signal.ts'
import type { Signal } from '#renderer/data/session/signal.ts'
import type { WorkerFactory } from '#renderer/data/workers/vault-workers.ts'
import { createMemoryDurable } from './memory-durable.ts'
import type { MemoryDurable } from './memory-durable.ts'
import { quickWorkers } from './in-process-workers.ts'

/** One computer: its database, its witness and its lock are shared by the sessions opened on it. */
export interface TestComputer {
  readonly databaseName: string
  /** The host's folder. */
  readonly durable: MemoryDurable
  readonly waits: number[]
  readonly log: string[]
  /** What waits for the person to pause. */
  readonly idleWork: (() => void)[]
  pagesEnded: number
  open(overrides?: Partial<SessionPorts>): Promise<TestPage>
}

export interface TestPage {
  readonly session: VaultSession
  readonly execute: Execute
  readonly saving: Signal<SaveStatus>
}

let computers = 0

/** A computer without a vault; without Argon2id unless the workers that have it are given. */
export function aComputer(workers: WorkerFactory = quickWorkers): TestComputer {
  let known: string | undefined
  let distrusted: string | undefined
  let held = false
  let ids = 0
  const computer: TestComputer = {
    // Restored vaults get the next free number beside this one.
    databaseName: `evenhand-${String(++computers * 1000)}`,
    durable: createMemoryDurable(),
    waits: [],
    log: [],
    idleWork: [],
    pagesEnded: 0,
    async open(overrides = {}) {
      const session = new VaultSession({ ...ports, ...overrides })
      const saving = createSignal<SaveStatus>({ state: 'saved' })
      await session.start()
      return { session, saving, execute: createExecute(session, saving) }
    },
  }
  const ports: SessionPorts = {
    databaseName: computer.databaseName,
    durable: computer.durable.call,
    workers,
    writerLock: {
      acquire: async () => {
        if (held) return undefined
        held = true
        return () => {
          held = false
        }
      },
    },
    witness: {
      knowsOfVault: () => known !== undefined,
      lastDatabase: () => known,
      remember: (name) => {
        known = name
      },
      distrusted: () => distrusted,
      distrust: (name) => {
        distrusted = name
      },
    },
    clock: {
      now: () => '2026-11-21T14:02:00Z',
      wait: async (ms) => {
        computer.waits.push(ms)
      },
      breathe: async () => undefined,
      patience: () => new Promise(() => undefined),
    },
    systemZone: () => 'America/Denver',
    newId: () => `id-${++ids}`,
    endPage: async () => {
      computer.pagesEnded++
    },
    whenIdle: (work) => {
      computer.idleWork.push(work)
    },
    log: (level, code, facts) => computer.log.push(JSON.stringify({ level, code, ...facts })),
  }
  return computer
}
