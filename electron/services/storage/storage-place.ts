import { lstat, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../durable/disk.ts'

/** Where the browser keeps the vault's databases, and where their second copy lies. */
export interface StoragePlace {
  /** The data folder of this host; folders that were set aside are named from here on. */
  readonly dataFolder: string
  /** The profile in which the browser keeps the vault's databases. */
  readonly profile: string
  readonly vaultFolder: string
}

/** The folder of a profile in which Chromium keeps its databases, whichever of its two engines wrote them. */
export const databasesFolder = 'IndexedDB'

const asidePattern = /^IndexedDB-aside-\d{4}-\d{2}-\d{2}-\d{6}(?:-\d{1,4})?$/u

/** Tells whether a name is one that this program gave to a folder of databases that it set aside. */
export function isAsideName(name: string): boolean {
  return asidePattern.test(name)
}

/** A name beside the databases that nothing has yet, with the instant in it: `IndexedDB-aside-2026-11-22-061500`. */
export async function freeAsideName({ profile }: StoragePlace, now: string): Promise<string> {
  const stamp = now.slice(0, 19).replace('T', '-').replaceAll(':', '')
  for (let count = 1; ; count += 1) {
    const name = `${databasesFolder}-aside-${stamp}${count === 1 ? '' : `-${String(count)}`}`
    if ((await kindOf(join(profile, name))) === 'nothing') return name
  }
}

/** What is there under a path; a link is `other`, because what it leads to may lie on another disk. */
export async function kindOf(path: string): Promise<'folder' | 'other' | 'nothing'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'other'
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return 'nothing'
    throw error
  }
}

/** Names of the folders in a folder; none where there is no such folder. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  try {
    for await (const entry of await opendir(folder)) if (entry.isDirectory()) names.push(entry.name)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  return names.toSorted()
}

/** Bytes of all files below a folder. */
export async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0
  for await (const entry of await opendir(folder, { recursive: true }))
    if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size
  return bytes
}
