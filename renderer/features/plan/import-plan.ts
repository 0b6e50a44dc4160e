import { startWorker } from '#renderer/host/index.ts'
import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem, PlanImport } from '#shared/plan-import/read-plan.ts'
import { checkAnswer } from './import-answer.ts'
import importWorkerUrl from './import-worker.ts?worker&url'

/** Why a plan could not be read: the file itself, or the reading took too long or broke off. */
export type PlanImportProblem =
  | ImportProblem
  | { readonly code: 'timed-out'; readonly limitMs: number }
  | { readonly code: 'reader-stopped' }

/** The part of a worker that reading needs; tests stand one in. */
export interface ImportWorker {
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(bytes: Uint8Array): void
  terminate(): void
}

const readingLimitMs = 15_000

/**
 * Reads a Word file in a worker of its own, which ends with its answer.
 *
 * A file that keeps the worker busy beyond the limit is given up: the worker is ended and nothing of it is kept. So is one
 * whose reader answers with something that is no answer.
 * Never rejects.
 */
export function importPlan(
  bytes: Uint8Array,
  start: () => ImportWorker = () => startWorker(importWorkerUrl, 'plan-import'),
  limitMs: number = readingLimitMs,
): Promise<Result<PlanImport, PlanImportProblem>> {
  return new Promise((resolve) => {
    const worker = start()
    const finish = (answer: Result<PlanImport, PlanImportProblem>) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => finish(err({ code: 'timed-out', limitMs })), limitMs)
    worker.onmessage = ({ data }) => finish(checkAnswer(data))
    worker.onerror = () => finish(err({ code: 'reader-stopped' }))
    worker.postMessage(bytes)
  })
}
