import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogSink } from './log.ts'

const HALF_BYTES = 512 * 1024

/**
 * Keeps the log within 1 MiB: two files of half that size, the older one dropped when the newer is full.
 * Readable by the owner only. A log that cannot be written never stops the program.
 */
export function createRingFile(folder: string, halfBytes: number = HALF_BYTES): LogSink {
  const current = join(folder, 'evenhand.log')
  const older = join(folder, 'evenhand.1.log')
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(current) + line.length + 1 > halfBytes) renameSync(current, older)
      appendFileSync(current, `${line}\n`, { mode: 0o600 })
      chmodSync(current, 0o600)
    } catch {
      // Nowhere left to report to: a full or read-only disk is met, and told, where the user's own files are written.
    }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
