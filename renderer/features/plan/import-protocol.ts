import type { Result } from '#shared/domain/result.ts'
import type { ImportProblem, PlanImport } from '#shared/plan-import/read-plan.ts'

/** What comes back from reading a file. */
export type ImportAnswer = Result<PlanImport, ImportProblem>

/** The worker's side of the line: one file in, one answer out. */
export interface ImportChannel {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(answer: ImportAnswer): void
}

/** Answers each file that comes in; anything but bytes is answered as a damaged file. */
export function answerWith(channel: ImportChannel, read: (bytes: Uint8Array) => Promise<ImportAnswer>): void {
  channel.addEventListener('message', ({ data }) => {
    const bytes = data instanceof Uint8Array ? data : new Uint8Array()
    void read(bytes).then((answer) => channel.postMessage(answer))
  })
}
