import type { Log } from '../log/log.ts'
import { problemOfDisk, systemCode } from './disk.ts'
import { DamagedFile } from './row-index.ts'

/** Turns what the disk says when a file cannot be read into `not-readable`. */
export async function orNotReadable(log: Log, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof DamagedFile ? 'damaged-file' : systemCode(error)
    if (reason === undefined) throw error
    log.error('copy-not-readable', { reason })
    return { ok: false, error: { code: 'not-readable' } }
  }
}

/** Turns what the disk says when it refuses to write into `disk-full` or `not-writable`. */
export async function orDiskProblem(log: Log, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    const problem = problemOfDisk(error)
    log.error('copy-not-written', { reason: systemCode(error) ?? problem.code })
    return { ok: false, error: problem }
  }
}
