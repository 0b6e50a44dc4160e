import * as files from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { realDisk } from '#electron/services/durable/disk.ts'
import type { Disk, DiskFile } from '#electron/services/durable/disk.ts'
import type { WritingDisk } from '#electron/services/files/write-file.ts'

/** What a disk refuses, and when: `at` counts the operations that change something, from 1. */
export interface DiskRefusal {
  readonly system: string
  /** What the page must hear. */
  readonly code: string
  readonly at: number
}

export interface RefusalOutcome {
  /** False where there was no such operation any more. */
  readonly fired: boolean
  readonly problems: readonly string[]
}

/** Counts what is asked of a real disk and lets one operation fail; a write that fails leaves its first half. */
export class Refuser {
  readonly #refusal: Pick<DiskRefusal, 'system' | 'at'>
  #count = 0
  hasFired = false

  constructor(refusal: Pick<DiskRefusal, 'system' | 'at'>) {
    this.#refusal = refusal
  }

  ask(): void {
    this.#count += 1
    if (this.#count !== this.#refusal.at) return
    this.hasFired = true
    throw Object.assign(new Error(this.#refusal.system), { code: this.#refusal.system })
  }

  /** The disk of `writeFileAtomically`. */
  get files(): WritingDisk {
    const open: WritingDisk['open'] = async (path, flags, mode) => {
      this.ask()
      return this.#handle(await files.open(path, flags, mode))
    }
    const mkdir: WritingDisk['mkdir'] = (async (...given: Parameters<typeof files.mkdir>) => {
      this.ask()
      return files.mkdir(...given)
    }) as WritingDisk['mkdir'] // One function for the overloads of the system's.
    const rename: WritingDisk['rename'] = async (from, to) => {
      this.ask()
      await files.rename(from, to)
    }
    return { ...files, open, mkdir, rename }
  }

  /** The disk of copies. */
  get disk(): Disk {
    return {
      ...realDisk,
      create: async (path) => {
        this.ask()
        return this.#file(await realDisk.create(path))
      },
      rename: async (from, to) => {
        this.ask()
        await realDisk.rename(from, to)
      },
      flushFolder: async (folder) => {
        this.ask()
        await realDisk.flushFolder(folder)
      },
    }
  }

  #handle(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name)
        if (typeof own !== 'function') return own
        return async (...given: unknown[]) => {
          if (name === 'sync') this.ask()
          if (name === 'writeFile') await this.#orHalf(() => target.write(halfOf(given[0] as Uint8Array)))
          return Reflect.apply(own, target, given) as unknown
        }
      },
    })
  }

  #file(file: DiskFile): DiskFile {
    return {
      size: () => file.size(),
      read: (at, length) => file.read(at, length),
      write: async (at, pieces) => {
        await this.#orHalf(() => file.write(at, [halfOf(Buffer.concat(pieces))]))
        await file.write(at, pieces)
      },
      flush: async () => {
        this.ask()
        await file.flush()
      },
      hasName: () => file.hasName(),
      close: () => file.close(),
    }
  }

  async #orHalf(writeHalf: () => Promise<unknown>): Promise<void> {
    try {
      this.ask()
    } catch (error) {
      await writeHalf()
      throw error
    }
  }
}

function halfOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}
