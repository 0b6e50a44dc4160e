import { posix } from 'node:path'
import type { Disk, DiskFile } from '#electron/services/durable/disk.ts'

/** What a program asked of the disk, in order. `node` tells files apart over renames. */
export type DiskOperation =
  | { readonly kind: 'write'; readonly node: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'flush'; readonly node: number }
  | { readonly kind: 'create'; readonly path: string; readonly node: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string; readonly node: number }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'flush-folder'; readonly folder: string }
  | { readonly kind: 'make-folder'; readonly folder: string }

/** Decides what happens to an operation before it happens. */
export interface Fault {
  /** The system's code; an empty one is a disk that does not do it and says that it did. */
  readonly code: string
  /** How many bytes of a write reach the disk all the same. */
  readonly written?: number
}

export interface FaultDiskOptions {
  /** Files there are at the start, flushed. */
  readonly files?: ReadonlyMap<string, Uint8Array>
  /** Asked before each operation that changes something. */
  readonly faultAt?: (operation: DiskOperation, count: number) => Fault | undefined
  /** Sees each operation that was done. */
  readonly onOperation?: (operation: DiskOperation) => void
}

/**
 * A disk in memory that keeps a record of what was asked of it. A test can let any operation fail as a full or broken disk
 * does (`faultAt`), or work out from the record what a power cut could leave behind (`crash-states.ts`).
 */
export class FaultDisk implements Disk {
  readonly #options: FaultDiskOptions
  readonly #nodes: Buffer[] = []
  readonly #names = new Map<string, number>()
  readonly operations: DiskOperation[] = []
  #count = 0

  constructor(options: FaultDiskOptions = {}) {
    this.#options = options
    for (const [path, bytes] of options.files ?? []) {
      this.#names.set(path, this.#nodes.push(asBuffer(bytes)) - 1)
    }
  }

  /** Files as a reader sees them now. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#names].map(([path, node]) => [path, this.#nodes[node] ?? Buffer.alloc(0)]))
  }

  async makeFolder(folder: string): Promise<void> {
    this.#note({ kind: 'make-folder', folder })
  }

  async list(folder: string) {
    const inFolder = [...this.#names].filter(([path]) => posix.dirname(path) === folder)
    return inFolder.map(([path, node]) => ({
      name: posix.basename(path),
      bytes: this.#nodes[node]?.length ?? 0,
    }))
  }

  async openToRead(path: string): Promise<DiskFile> {
    const node = this.#names.get(path)
    if (node === undefined) throw systemError('ENOENT')
    return this.#file(node)
  }

  async create(path: string): Promise<DiskFile> {
    if (this.#names.has(path)) throw systemError('EEXIST')
    const node = this.#nodes.length
    this.#note({ kind: 'create', path, node })
    this.#nodes.push(Buffer.alloc(0))
    this.#names.set(path, node)
    return this.#file(node)
  }

  async rename(path: string, to: string): Promise<void> {
    const node = this.#names.get(path)
    if (node === undefined) throw systemError('ENOENT')
    this.#note({ kind: 'rename', path, to, node })
    this.#names.delete(path)
    this.#names.set(to, node)
  }

  async remove(path: string): Promise<void> {
    if (!this.#names.has(path)) throw systemError('ENOENT')
    this.#note({ kind: 'remove', path })
    this.#names.delete(path)
  }

  async flushFolder(folder: string): Promise<void> {
    this.#note({ kind: 'flush-folder', folder })
  }

  #file(node: number): DiskFile {
    return {
      size: async () => this.#nodes[node]?.length ?? 0,
      // A write puts new bytes in the place of the old ones, so what was read stays as it was.
      read: async (at, length) => this.#nodes[node]?.subarray(at, at + length) ?? Buffer.alloc(0),
      write: async (at, pieces) => {
        const bytes = Buffer.concat(pieces)
        const fault = this.#note({ kind: 'write', node, at, bytes }, (written) =>
          this.#put(node, at, bytes.subarray(0, written)),
        )
        if (!fault) this.#put(node, at, bytes)
      },
      flush: async () => void this.#note({ kind: 'flush', node }),
      hasName: async () => [...this.#names.values()].includes(node),
      close: async () => undefined,
    }
  }

  #put(node: number, at: number, bytes: Uint8Array): void {
    this.#nodes[node] = overwritten(this.#nodes[node] ?? Buffer.alloc(0), at, bytes)
  }

  #note(operation: DiskOperation, tear: (written: number) => void = () => undefined): Fault | undefined {
    this.#count += 1
    const fault = this.#options.faultAt?.(operation, this.#count)
    if (fault) {
      if (fault.written !== undefined) tear(fault.written)
      if (fault.code !== '') throw systemError(fault.code)
      return fault
    }
    this.operations.push(operation)
    this.#options.onOperation?.(operation)
    return undefined
  }
}

/** A file's bytes with some of them written over; the file grows where it must, with zeros in between. */
export function overwritten(before: Uint8Array, at: number, bytes: Uint8Array): Buffer {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length))
  after.set(before)
  after.set(bytes, at)
  return after
}

function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
