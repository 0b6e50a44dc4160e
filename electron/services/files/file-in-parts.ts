import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { dirname } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { problemOfDisk } from '../durable/disk.ts'
import type { Disk, DiskFile, DiskProblem } from '../durable/disk.ts'

/** What was written, by size and by the fingerprint of its bytes. */
export interface WrittenParts {
  readonly bytes: number
  readonly sha256: string
}

/**
 * A file that is written piece by piece under a temporary name and gets its own in one step, or is not there at all.
 * After a problem nothing of it is left and every later call answers with that problem.
 */
export interface FileInParts {
  readonly bytes: number
  write(piece: Uint8Array): Promise<Result<number, DiskProblem>>
  /** Flushes the bytes, renames, flushes the folder. */
  finish(path: string): Promise<Result<WrittenParts, DiskProblem>>
  abort(): Promise<void>
}

/** Begins a file under a temporary name in a folder that is there. */
export async function beginFileInParts(
  disk: Disk,
  temporary: string,
): Promise<Result<FileInParts, DiskProblem>> {
  try {
    return ok(new PartWriter(disk, temporary, await disk.create(temporary)))
  } catch (error) {
    return err(problemOfDisk(error))
  }
}

class PartWriter implements FileInParts {
  readonly #disk: Disk
  readonly #temporary: string
  readonly #file: DiskFile
  readonly #hash: Hash = createHash('sha256')
  #bytes = 0
  #over: DiskProblem | undefined

  constructor(disk: Disk, temporary: string, file: DiskFile) {
    this.#disk = disk
    this.#temporary = temporary
    this.#file = file
  }

  get bytes(): number {
    return this.#bytes
  }

  write(piece: Uint8Array): Promise<Result<number, DiskProblem>> {
    return this.#attempt(async () => {
      await this.#file.write(this.#bytes, [piece])
      this.#hash.update(piece)
      this.#bytes += piece.length
      return this.#bytes
    })
  }

  finish(path: string): Promise<Result<WrittenParts, DiskProblem>> {
    return this.#attempt(async () => {
      await this.#file.flush()
      await this.#file.close()
      await this.#disk.rename(this.#temporary, path)
      await this.#disk.flushFolder(dirname(path))
      this.#over = { code: 'not-writable' }
      return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
    })
  }

  async abort(): Promise<void> {
    if (this.#over) return
    this.#over = { code: 'not-writable' }
    await this.#clear()
  }

  async #attempt<T>(work: () => Promise<T>): Promise<Result<T, DiskProblem>> {
    if (this.#over) return err(this.#over)
    try {
      return ok(await work())
    } catch (error) {
      this.#over = problemOfDisk(error)
      await this.#clear()
      return err(this.#over)
    }
  }

  // A full disk is freed at once; what cannot be removed now is swept at the next start.
  async #clear(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await this.#disk.remove(this.#temporary).catch(() => undefined)
  }
}
