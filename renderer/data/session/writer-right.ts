import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { startVaultWorkers } from '../workers/vault-workers.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'
import type { SessionPorts } from './session-ports.ts'
import { storeProblem } from './vault-problem.ts'
import type { VaultProblem } from './vault-problem.ts'

/** What to do where another page has the right to write. */
export type WhenTaken = 'refuse' | 'read'

/** Runs with workers and, where `isReadOnly` is false, with the right to write. */
export type WorkWithRight<T, E> = (
  workers: VaultWorkers,
  release: () => void,
  isReadOnly: boolean,
) => Promise<Result<T, E>>

/**
 * Takes the right to write and starts the workers; on any failure both are given back and the host hears that no key is held.
 * Where another page has that right, the work runs `read`-only or not at all.
 */
export async function withWriterRight<T, E>(
  ports: SessionPorts,
  whenTaken: WhenTaken,
  work: WorkWithRight<T, E>,
): Promise<Result<T, E | VaultProblem>> {
  const held = await ports.writerLock.acquire()
  if (!held && whenTaken === 'refuse') return err({ code: 'opened-elsewhere' })
  const release = held ?? (() => undefined)
  const workers = startVaultWorkers(ports.workers)
  const result = await work(workers, release, !held).catch(storeProblem)
  if (result.ok) return result
  workers.terminate()
  release()
  await ports.tellKeys?.(false)
  return result
}
