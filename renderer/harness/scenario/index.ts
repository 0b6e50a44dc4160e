import { startWorker } from '#renderer/host/index.ts'
import { contextOf, createExecute, recordReader } from '#renderer/data/session/execute.ts'
import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import type { SaveStatus } from '#renderer/data/session/save-status.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import { createSignal } from '#renderer/data/session/signal.ts'
import type { Refusal } from '#shared/commands/command.ts'
import { commands } from '#shared/commands/registry.ts'
import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { addSamplePractice } from '#shared/sample/add-sample-practice.ts'
import kdfWorkerUrl from './cheap-kdf-worker.ts?worker&url'
import { exportForScenario } from './export-for-scenario.ts'
import type { ExportOrder } from './export-for-scenario.ts'
import { fillVault } from './fill-vault.ts'
import { readPlanArguments } from './read-plan-arguments.ts'

/** Where the clock and the computer's zone stand until the runner sets them. */
const surroundings = { now: '2026-11-21T12:00:00Z', zone: 'UTC' }

const ports = browserPorts()
const session = new VaultSession({
  ...ports,
  workers: { ...ports.workers, kdf: () => startWorker(kdfWorkerUrl, 'kdf') },
  clock: { ...ports.clock, now: () => surroundings.now },
  systemZone: () => surroundings.zone,
})
const execute = createExecute(session, createSignal<SaveStatus>({ state: 'saved' }))

/** Sets the clock and the zone of the computer. */
export function setSurroundings(next: Partial<typeof surroundings>): void {
  Object.assign(surroundings, next)
}

/** Opens the vault, or makes it where there is none. */
export async function open(passphrase: string): Promise<Result<object, object>> {
  if (session.state.get() === 'loading') await session.start()
  if (session.state.get() === 'none') {
    const made = await session.createVault({ passphrase })
    return made.ok ? ok({}) : made
  }
  const opened = await session.unlockWithPassphrase(passphrase)
  return opened.ok ? ok({}) : opened
}

/** Runs one command of the registry through the whole data layer. */
export async function run(name: string, input: unknown): Promise<Result<unknown, Refusal>> {
  const command = name === fillVault.name ? fillVault : commands.get(name)
  invariant(command, 'the runner knows the same commands')
  return execute(command, input)
}

/** Every record, its body opened. */
export async function dump(): Promise<readonly object[]> {
  invariant(session.opened, 'the vault is unlocked')
  const model = session.model.get()
  const reader = recordReader(session.opened, model)
  const entries = [...model.all()].toSorted((a, b) => a.order - b.order)
  return Promise.all(entries.map(async (entry) => ({ ...entry, body: await reader.body(entry) })))
}

/** Drops the keys and has the host end this page. */
export function lock(): Promise<void> {
  return session.lock()
}

/** Reads a Word plan in the worker of the product. */
export const readPlan = readPlanArguments

/** Builds a document, checks it and has the host save it. */
export async function exportDocument(order: ExportOrder): Promise<Result<unknown, Refusal>> {
  return session.opened
    ? exportForScenario(contextOf(session, session.opened), order)
    : err({ code: 'locked' })
}

/** Adds the sample practice through the same commands as everything else. */
export function addSample(): Promise<Result<unknown, Refusal>> {
  return addSamplePractice(execute, surroundings.now)
}
