import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { problemOfDisk, realDisk } from '../durable/disk.ts'
import type { Disk, DiskProblem } from '../durable/disk.ts'
import { beginFileInParts } from './file-in-parts.ts'
import type { FileInParts } from './file-in-parts.ts'
import { hasRoomFor } from './room.ts'

export type CopyProblem = DiskProblem | { readonly code: 'token-unknown' }

export interface SavedCopy {
  readonly fileName: string
  readonly bytes: number
  readonly sha256: string
}

interface Current {
  readonly token: string
  readonly path: string
  readonly file: FileInParts
}

/** Writes a copy outside the vault in pieces: whole under its name, or not there. One at a time. */
export class CopySaver {
  readonly #disk: Disk
  readonly #hasRoom: (folder: string, bytes: number) => Promise<boolean>
  #current: Current | undefined

  constructor(
    disk: Disk = realDisk,
    hasRoom: (folder: string, bytes: number) => Promise<boolean> = hasRoomFor,
  ) {
    this.#disk = disk
    this.#hasRoom = hasRoom
  }

  /** Begins a copy at a path that the host chose; an unfinished one before it is taken away. */
  async begin(path: string, bytes: number): Promise<Result<{ readonly token: string }, DiskProblem>> {
    await this.release()
    const folder = dirname(path)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
    } catch (error) {
      return err(problemOfDisk(error))
    }
    if (!(await this.#hasRoom(folder, bytes))) return err({ code: 'disk-full' })
    const file = await beginFileInParts(this.#disk, join(folder, `.evenhand-${randomUUID()}.tmp`))
    if (!file.ok) return file
    const token = randomBytes(16).toString('hex')
    this.#current = { token, path, file: file.value }
    return ok({ token })
  }

  async write(token: string, piece: Uint8Array): Promise<Result<{ readonly bytes: number }, CopyProblem>> {
    const current = this.#of(token)
    if (!current) return err({ code: 'token-unknown' })
    const written = await current.file.write(piece)
    return written.ok ? ok({ bytes: written.value }) : written
  }

  /** Gives the copy its name and reads it back; one that reads otherwise is `not-writable`. */
  async finish(token: string): Promise<Result<SavedCopy, CopyProblem>> {
    const current = this.#of(token)
    if (!current) return err({ code: 'token-unknown' })
    this.#current = undefined
    const written = await current.file.finish(current.path)
    if (!written.ok) return written
    const found = await this.#fingerprint(current.path)
    if (found !== written.value.sha256) return err({ code: 'not-writable' })
    return ok({ fileName: basename(current.path), ...written.value })
  }

  async abort(token: string): Promise<void> {
    if (this.#of(token)) await this.release()
  }

  /** Takes away what is unfinished. */
  async release(): Promise<void> {
    const current = this.#current
    this.#current = undefined
    await current?.file.abort()
  }

  #of(token: string): Current | undefined {
    return this.#current?.token === token ? this.#current : undefined
  }

  async #fingerprint(path: string): Promise<string | undefined> {
    try {
      const file = await this.#disk.openToRead(path)
      try {
        const hash = createHash('sha256')
        const total = await file.size()
        for (let at = 0; at < total; at += stepBytes) hash.update(await file.read(at, stepBytes))
        return hash.digest('hex')
      } finally {
        await file.close()
      }
    } catch {
      return undefined
    }
  }
}

const stepBytes = 1024 * 1024
