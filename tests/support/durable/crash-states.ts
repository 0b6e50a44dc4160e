import { posix } from 'node:path'
import { overwritten } from './fault-disk.ts'
import type { DiskOperation } from './fault-disk.ts'

const sectorBytes = 512
/** Of more operations than these that no flush had covered, ten are chosen and the others happen or not by chance. */
const mostVaried = 10
/** Subsets of so many operations are all tried. */
const allSubsetsOf = 5

export type Files = ReadonlyMap<string, Uint8Array>

export interface CrashOptions {
  /** A disk that only says that it flushes. */
  readonly ignoreFlush?: boolean
  /** A disk that forgets names although it was asked to keep them. */
  readonly ignoreFolderFlush?: boolean
}

/**
 * Works out what a power cut may leave of a record of operations.
 *
 * What a flush covered is there. Of the rest each operation may have happened or not, in any combination, and a write may
 * have happened in some of its 512-byte sectors only. Names (files made, moved, removed) need the folder's flush.
 */
export class CrashStates {
  readonly #options: CrashOptions
  readonly #nodes = new Map<number, Uint8Array>()
  readonly #names = new Map<string, number>()
  #open: DiskOperation[] = []

  constructor(options: CrashOptions = {}) {
    this.#options = options
  }

  /** Takes the next operation of the record. */
  add(operation: DiskOperation): void {
    if (operation.kind === 'flush') {
      if (!this.#options.ignoreFlush)
        this.#settle((open) => open.kind === 'write' && open.node === operation.node)
    } else if (operation.kind === 'flush-folder') {
      const isHere = (path: string) => posix.dirname(path) === operation.folder
      if (!this.#options.ignoreFolderFlush) this.#settle((open) => 'path' in open && isHere(open.path))
    } else if (operation.kind !== 'make-folder') {
      this.#open.push(operation)
    }
  }

  /** What a cut at this moment could leave: every subset of few open operations, `most` chosen ones of many. */
  *states(random: () => number, most: number): Generator<Files> {
    const count = Math.min(this.#open.length, mostVaried)
    const first = this.#open.length - count
    const isExhaustive = this.#open.length <= allSubsetsOf
    const tries = isExhaustive ? Math.min(2 ** count, most) : most
    for (let number = 0; number < tries; number += 1) {
      const bits = isExhaustive ? number : Math.floor(random() * 2 ** count)
      const happened = this.#open.filter((_, index) =>
        index < first ? random() < 0.5 : ((bits >> (index - first)) & 1) === 1,
      )
      yield this.#after(happened)
      const hasWrite = happened.some(({ kind }) => kind === 'write')
      if (hasWrite) yield this.#after(happened.flatMap((operation) => tear(operation, random)))
    }
  }

  #settle(isCovered: (operation: DiskOperation) => boolean): void {
    apply(this.#open.filter(isCovered), this.#nodes, this.#names)
    this.#open = this.#open.filter((operation) => !isCovered(operation))
  }

  #after(happened: readonly DiskOperation[]): Files {
    const nodes = new Map(this.#nodes)
    const names = new Map(this.#names)
    apply(happened, nodes, names)
    return new Map([...names].map(([path, node]) => [path, nodes.get(node) ?? new Uint8Array()]))
  }
}

function apply(
  operations: readonly DiskOperation[],
  nodes: Map<number, Uint8Array>,
  names: Map<string, number>,
): void {
  const own = new Set<number>()
  for (const operation of operations) {
    if (operation.kind === 'write') {
      const { node, at, bytes } = operation
      const before = nodes.get(node) ?? new Uint8Array()
      if (own.has(node) && before.length >= at + bytes.length) before.set(bytes, at)
      else nodes.set(node, overwritten(before, at, bytes))
      own.add(node)
    } else if (operation.kind === 'create') {
      names.set(operation.path, operation.node)
    } else if (operation.kind === 'rename') {
      names.delete(operation.path)
      names.set(operation.to, operation.node)
    } else if (operation.kind === 'remove') {
      names.delete(operation.path)
    }
  }
}

// The sectors of a write that arrived: up to a place, or any of them. Sectors are those of the file.
function tear(operation: DiskOperation, random: () => number): readonly DiskOperation[] {
  if (operation.kind !== 'write') return [operation]
  const { at, bytes } = operation
  const isPrefix = random() < 0.5
  const cut = at + Math.floor(random() * (bytes.length + 1))
  const arrived: DiskOperation[] = []
  for (let begin = at; begin < at + bytes.length;) {
    const end = Math.min((Math.floor(begin / sectorBytes) + 1) * sectorBytes, at + bytes.length)
    if (isPrefix ? end <= cut : random() < 0.5) {
      arrived.push({ ...operation, at: begin, bytes: bytes.subarray(begin - at, end - at) })
    }
    begin = end
  }
  return arrived
}
