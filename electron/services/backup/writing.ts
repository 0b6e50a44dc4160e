import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { findFreePath } from '../files/free-path.ts'
import { backupName, unfinishedPrefix } from './backup-names.ts'
import { flushFolder, writeProblemOf } from './file-system.ts'
import type { BackupFileSystem } from './file-system.ts'
import { isFolder } from './folders.ts'

export interface BackupWriteProblem {
  readonly code: 'disk-full' | 'not-writable' | 'folder-gone'
}

/** A backup on its way to the disk: under a temporary name until it is finished. */
export interface BackupWriting {
  /** The name it will have, unless another file takes that name meanwhile. */
  readonly name: string
  /** Appends; answers with the size so far. After a problem there is nothing left on the disk. */
  write(bytes: Uint8Array): Promise<Result<number, BackupWriteProblem>>
  finish(): Promise<Result<{ readonly name: string; readonly bytes: number }, BackupWriteProblem>>
  /** Takes away what was written. */
  cancel(): Promise<void>
}

/** Begins a backup in a folder. Errors: as of every write. */
export async function beginWriting(
  files: BackupFileSystem,
  folder: string,
  now: Date,
): Promise<Result<BackupWriting, BackupWriteProblem>> {
  try {
    const name = basename(await findFreePath(folder, backupName(now)))
    await removeUnfinished(files, folder, now)
    const temporary = join(folder, `${unfinishedPrefix}${randomUUID()}.part`)
    return ok(new Writing(files, folder, name, temporary, await files.open(temporary, 'wx', 0o600)))
  } catch (error) {
    return err(await explain(files, folder, error))
  }
}

class Writing implements BackupWriting {
  readonly name: string
  readonly #files: BackupFileSystem
  readonly #folder: string
  readonly #temporary: string
  readonly #handle: FileHandle
  #bytes = 0
  #isOver = false

  constructor(files: BackupFileSystem, folder: string, name: string, temporary: string, handle: FileHandle) {
    this.#files = files
    this.#folder = folder
    this.name = name
    this.#temporary = temporary
    this.#handle = handle
  }

  async write(bytes: Uint8Array): Promise<Result<number, BackupWriteProblem>> {
    return this.#attempt(async () => {
      await this.#handle.appendFile(bytes)
      this.#bytes += bytes.length
      return this.#bytes
    })
  }

  async finish(): Promise<Result<{ readonly name: string; readonly bytes: number }, BackupWriteProblem>> {
    return this.#attempt(async () => {
      await this.#handle.sync()
      await this.#handle.close()
      const target = await findFreePath(this.#folder, this.name)
      await this.#files.rename(this.#temporary, target)
      await flushFolder(this.#files, this.#folder)
      this.#isOver = true
      return { name: basename(target), bytes: this.#bytes }
    })
  }

  async cancel(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    await this.#handle.close().catch(() => undefined)
    await this.#files.rm(this.#temporary, { force: true }).catch(() => undefined)
  }

  async #attempt<T>(work: () => Promise<T>): Promise<Result<T, BackupWriteProblem>> {
    if (this.#isOver) return err({ code: 'not-writable' })
    try {
      return ok(await work())
    } catch (error) {
      await this.cancel()
      return err(await explain(this.#files, this.#folder, error))
    }
  }
}

const staleAfterMs = 24 * 60 * 60 * 1000

/** Half-written files of a program that was killed. Younger ones may belong to another computer that writes here now. */
async function removeUnfinished(files: BackupFileSystem, folder: string, now: Date): Promise<void> {
  for (const name of await files.names(folder)) {
    if (!name.startsWith(unfinishedPrefix) || !name.endsWith('.part')) continue
    const path = join(folder, name)
    const facts = await files.lstat(path).catch(() => undefined)
    if (facts?.isFile() && now.getTime() - facts.mtimeMs > staleAfterMs) await files.rm(path, { force: true })
  }
}

async function explain(files: BackupFileSystem, folder: string, error: unknown): Promise<BackupWriteProblem> {
  const code = writeProblemOf(error)
  return { code: code === 'disk-full' || (await isFolder(files, folder)) ? code : 'folder-gone' }
}
