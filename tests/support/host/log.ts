import { createLog } from '#electron/services/log/log.ts'
import type { Log } from '#electron/services/log/log.ts'

/** A log that keeps its lines, at a fixed time. */
export function aLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = []
  return {
    log: createLog(
      (line) => lines.push(line),
      () => '2026-03-02T09:00:00.000Z',
    ),
    lines,
  }
}
