import { createHash, randomUUID } from 'node:crypto'
import * as realFiles from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'

/** Proof of a written file: its name, and size and SHA-256 of what was read back from the disk. */
export interface WrittenFile {
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
}

export interface WriteProblem {
  readonly code: 'disk-full' | 'not-writable'
}

/** What writing asks of the disk; a test puts one in its place that refuses. */
export type WritingDisk = Pick<typeof realFiles, 'mkdir' | 'open' | 'readFile' | 'rename' | 'rm'>

/**
 * Writes a whole file or nothing.
 *
 * A temporary neighbour (owner-only) is written, flushed to the disk and renamed over the target; then the
 * target is read back and compared. After a failure neither a half file nor the temporary one is left.
 *
 * Errors: `disk-full`; `not-writable` for every other reason, such as a missing right or a read-only disk.
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  disk: WritingDisk = realFiles,
): Promise<Result<WrittenFile, WriteProblem>> {
  const temporary = join(dirname(path), `.evenhand-${randomUUID()}.tmp`)
  try {
    await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeAndFlush(disk, temporary, bytes)
    await disk.rename(temporary, path)
    await flushFolder(disk, dirname(path))
    return await readBack(disk, path, bytes)
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined)
    return err(problemOf(error))
  }
}

async function writeAndFlush(disk: WritingDisk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// The rename itself is only safe once the folder is flushed. Windows cannot open folders; there the rename is journalled.
async function flushFolder(disk: WritingDisk, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readBack(
  disk: WritingDisk,
  path: string,
  written: Uint8Array,
): Promise<Result<WrittenFile, WriteProblem>> {
  const found = await disk.readFile(path)
  const sha256 = sha256Of(found)
  if (sha256 !== sha256Of(written)) return err({ code: 'not-writable' })
  return ok({ fileName: basename(path), bytes: found.byteLength, sha256 })
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function problemOf(error: unknown): WriteProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return { code: code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'disk-full' : 'not-writable' }
}
