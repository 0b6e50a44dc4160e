import { dirname } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { StoredAttachment } from '#shared/contract/file-methods.ts'
import { problemOfDisk, realDisk, systemCode } from '../durable/disk.ts'
import type { Disk, DiskProblem } from '../durable/disk.ts'
import { beginFileInParts } from '../files/file-in-parts.ts'
import type { FileInParts } from '../files/file-in-parts.ts'
import { hasRoomFor } from '../files/room.ts'
import { listNames, placeOf, sweepUnfinished, unfinishedPlaceOf } from './attachment-names.ts'

export type AttachmentWriteProblem = DiskProblem | { readonly code: 'exists' | 'not-begun' | 'out-of-step' }

export interface AttachmentStoreOptions {
  /** The vault's folder; files lie in `att/<first two>/<name>.cv` below it. */
  readonly folder: string
  readonly disk?: Disk
  /** Tells whether so many more bytes would fit. */
  readonly hasRoom?: (folder: string, bytes: number) => Promise<boolean>
}

/** Files in the making at once; a page adds them one after another, and a page that went away leaves one behind. */
const mostAtOnce = 4

interface Unfinished {
  readonly file: FileInParts
  readonly bytes: number
  readonly replaces: boolean
}

/**
 * Keeps sealed files in the vault's folder, under names that the contract has checked; it can read none of them.
 *
 * A file is made once and never changed. It is written under a temporary name and gets its own when all of its bytes
 * are on the disk, so a name that is there is a whole file. Changes happen one after another.
 */
export class AttachmentStore {
  readonly #folder: string
  readonly #disk: Disk
  readonly #hasRoom: (folder: string, bytes: number) => Promise<boolean>
  readonly #unfinished = new Map<string, Unfinished>()
  #swept: Promise<void> | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor({ folder, disk = realDisk, hasRoom = hasRoomFor }: AttachmentStoreOptions) {
    this.#folder = folder
    this.#disk = disk
    this.#hasRoom = hasRoom
  }

  /**
   * Begins a file of so many bytes; `disk-full` before anything is written where they would not fit. With `replaces`, the
   * file that has the name stays until the new one is whole, and is then set aside.
   */
  begin(name: string, bytes: number, replaces = false): Promise<Result<null, AttachmentWriteProblem>> {
    return this.#alone(async () => {
      try {
        await this.#sweepOnce()
        return await this.#begin(name, bytes, replaces)
      } catch (error) {
        return err(problemOfDisk(error))
      }
    })
  }

  /** Writes the bytes that follow; `at` is how many came before them. */
  write(
    name: string,
    at: number,
    piece: Uint8Array,
  ): Promise<Result<{ readonly bytes: number }, AttachmentWriteProblem>> {
    return this.#alone(async () => {
      const begun = this.#unfinished.get(name)
      if (!begun) return err({ code: 'not-begun' })
      if (at !== begun.file.bytes || at + piece.length > begun.bytes) return err({ code: 'out-of-step' })
      const written = await begun.file.write(piece)
      if (!written.ok) this.#unfinished.delete(name)
      return written.ok ? ok({ bytes: written.value }) : written
    })
  }

  /** Gives the file its name once all announced bytes are there. */
  finish(name: string): Promise<Result<StoredAttachment, AttachmentWriteProblem>> {
    return this.#alone(async () => {
      const begun = this.#unfinished.get(name)
      if (!begun) return err({ code: 'not-begun' })
      if (begun.file.bytes !== begun.bytes) return err({ code: 'out-of-step' })
      this.#unfinished.delete(name)
      const path = placeOf(this.#folder, name)
      try {
        const aside = begun.replaces ? await this.#setAside(name) : undefined
        const finished = await begun.file.finish(path)
        if (!finished.ok && aside !== undefined) await this.#disk.rename(aside, path)
        if (!finished.ok) return finished
        // The folders above may be new: their names must be on the disk before a record speaks of the file.
        await this.#disk.flushFolder(dirname(dirname(path)))
        await this.#disk.flushFolder(this.#folder)
        return ok({ name, bytes: finished.value.bytes })
      } catch (error) {
        await begun.file.abort()
        return err(problemOfDisk(error))
      }
    })
  }

  /** Takes away what was begun and not finished. */
  abort(name: string): Promise<void> {
    return this.#alone(() => this.#drop(name))
  }

  /** Bytes of a finished file from a place on. */
  async read(
    name: string,
    at: number,
    length: number,
  ): Promise<
    Result<
      { readonly bytes: Uint8Array; readonly total: number },
      { readonly code: 'not-found' | 'not-readable' }
    >
  > {
    try {
      const file = await this.#disk.openToRead(placeOf(this.#folder, name))
      try {
        const total = await file.size()
        return ok({
          bytes: new Uint8Array(await file.read(at, Math.min(length, Math.max(0, total - at)))),
          total,
        })
      } finally {
        await file.close()
      }
    } catch (error) {
      return err({ code: systemCode(error) === 'ENOENT' ? 'not-found' : 'not-readable' })
    }
  }

  /** Removes a finished file; tells whether there was one. */
  async remove(
    name: string,
  ): Promise<Result<{ readonly removed: boolean }, { readonly code: 'not-writable' }>> {
    const path = placeOf(this.#folder, name)
    try {
      await this.#disk.remove(path)
      await this.#disk.flushFolder(dirname(path))
      return ok({ removed: true })
    } catch (error) {
      return systemCode(error) === 'ENOENT' ? ok({ removed: false }) : err({ code: 'not-writable' })
    }
  }

  /** The finished files whose names follow `after`, a thousand at most. */
  async list(
    after: string | null,
    most = 1000,
  ): Promise<
    Result<
      { readonly files: readonly StoredAttachment[]; readonly done: boolean },
      { readonly code: 'not-readable' }
    >
  > {
    try {
      return ok(await listNames(this.#disk, this.#folder, after, most))
    } catch {
      return err({ code: 'not-readable' })
    }
  }

  /** Ends everything that was begun; the page that did is gone or locked. */
  release(): Promise<void> {
    return this.#alone(async () => {
      await Promise.all([...this.#unfinished.keys()].map((name) => this.#drop(name)))
    })
  }

  async #begin(
    name: string,
    bytes: number,
    replaces: boolean,
  ): Promise<Result<null, AttachmentWriteProblem>> {
    if (this.#unfinished.has(name) || (!replaces && (await this.#exists(name))))
      return err({ code: 'exists' })
    const [oldest] = this.#unfinished.keys()
    if (oldest !== undefined && this.#unfinished.size >= mostAtOnce) await this.#drop(oldest)
    const temporary = unfinishedPlaceOf(this.#folder, name)
    await this.#disk.makeFolder(dirname(temporary))
    if (!(await this.#hasRoom(dirname(temporary), bytes))) return err({ code: 'disk-full' })
    const file = await beginFileInParts(this.#disk, temporary)
    if (!file.ok) return file
    this.#unfinished.set(name, { file: file.value, bytes, replaces })
    return ok(null)
  }

  /** Gives a file that is there another name beside its own; answers with its path. */
  async #setAside(name: string): Promise<string | undefined> {
    if (!(await this.#exists(name))) return undefined
    const path = placeOf(this.#folder, name)
    const taken = new Set((await this.#disk.list(dirname(path))).map((entry) => entry.name))
    let number = 1
    while (taken.has(`${name}.cv.aside-${String(number)}`)) number += 1
    const aside = `${path}.aside-${String(number)}`
    await this.#disk.rename(path, aside)
    return aside
  }

  async #drop(name: string): Promise<void> {
    const begun = this.#unfinished.get(name)
    this.#unfinished.delete(name)
    await begun?.file.abort()
  }

  async #exists(name: string): Promise<boolean> {
    try {
      await (await this.#disk.openToRead(placeOf(this.#folder, name))).close()
      return true
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false
      throw error
    }
  }

  /** Clears away what a program that was killed left half written; no record can speak of it. */
  #sweepOnce(): Promise<void> {
    this.#swept ??= sweepUnfinished(this.#disk, this.#folder)
    return this.#swept
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }
}

/** Keeps files beside the journal, in the vault's folder. */
export function createAttachmentStore(vaultFolder: string): AttachmentStore {
  return new AttachmentStore({ folder: vaultFolder })
}
