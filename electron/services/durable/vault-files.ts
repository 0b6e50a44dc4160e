import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Disk, DiskEntry } from './disk.ts'

/** The vault's folder and the disk it is on. */
export interface VaultFolder {
  readonly disk: Disk
  readonly path: string
}

/** A journal file. Numbers grow over journals and snapshots together, so they tell what came after what. */
export interface JournalFile extends DiskEntry {
  readonly number: number
}

/**
 * A snapshot file: the state after every journal with a smaller number.
 * `isBase`: made from rows that the page handed over; a new line begins with it and nothing older counts.
 */
export interface SnapshotFile extends DiskEntry {
  readonly number: number
  readonly seq: number
  readonly isBase: boolean
}

/** What lies in the folder, by the names alone. */
export interface Listing {
  readonly journals: readonly JournalFile[]
  readonly snapshots: readonly SnapshotFile[]
  /** Snapshots whose writing never ended. */
  readonly unfinished: readonly DiskEntry[]
  /** Number of the newest line: that of its base snapshot, 0 where there never was one. */
  readonly line: number
  /** The first number that no file has. */
  readonly nextNumber: number
  readonly bytes: number
}

const journalPattern = /^journal-(\d{8})\.cv$/u
const snapshotPattern = /^(snap|base)-(\d{8})-(\d{16})\.cv$/u
const unfinishedPattern = /^(snap|base)-[0-9a-f-]{36}\.cv\.part$/u

export function journalName(number: number): string {
  return `journal-${String(number).padStart(8, '0')}.cv`
}

export function snapshotName({
  number,
  seq,
  isBase,
}: Pick<SnapshotFile, 'number' | 'seq' | 'isBase'>): string {
  return `${isBase ? 'base' : 'snap'}-${String(number).padStart(8, '0')}-${String(seq).padStart(16, '0')}.cv`
}

/** The name under which a snapshot is written until it is whole; like none before it. */
export function unfinishedName({ isBase }: Pick<SnapshotFile, 'isBase'>): string {
  return `${isBase ? 'base' : 'snap'}-${randomUUID()}.cv.part`
}

/** Looks at the names in the folder; a folder that is not there is empty. */
export async function listVault({ disk, path }: VaultFolder): Promise<Listing> {
  const entries = await disk.list(path)
  const journals = entries.flatMap(asJournal).toSorted(byNumber)
  const snapshots = entries.flatMap(asSnapshot).toSorted(byNumber)
  const unfinished = entries.filter(({ name }) => unfinishedPattern.test(name))
  const numbers = [...journals, ...snapshots].map(({ number }) => number)
  return {
    journals,
    snapshots,
    unfinished,
    line: snapshots.findLast(({ isBase }) => isBase)?.number ?? 0,
    nextNumber: 1 + Math.max(0, ...numbers),
    bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** The path of a file in the folder. */
export function pathIn(folder: VaultFolder, name: string): string {
  return join(folder.path, name)
}

function asJournal({ name, bytes }: DiskEntry): JournalFile[] {
  const found = journalPattern.exec(name)
  return found ? [{ name, bytes, number: Number(found[1]) }] : []
}

function asSnapshot({ name, bytes }: DiskEntry): SnapshotFile[] {
  const found = snapshotPattern.exec(name)
  const isBase = found?.[1] === 'base'
  return found ? [{ name, bytes, isBase, number: Number(found[2]), seq: Number(found[3]) }] : []
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number
}
