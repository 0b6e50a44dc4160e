import { join } from 'node:path'
import type { StoredAttachment } from '#shared/contract/file-methods.ts'
import type { Disk } from '../durable/disk.ts'

const namePattern = /^[0-9a-f]{32}$/
const finishedPattern = /^([0-9a-f]{32})\.cv$/
const unfinishedPattern = /^[0-9a-f]{32}\.cv\.part$/

/** Where a file lies. Throws on anything that is not one of our names, so that no path can be made of it. */
export function placeOf(vaultFolder: string, name: string): string {
  if (!namePattern.test(name)) throw new RangeError('Not the name of a file')
  return join(shelfOf(vaultFolder, name.slice(0, 2)), `${name}.cv`)
}

/** Where a file lies until it is whole. */
export function unfinishedPlaceOf(vaultFolder: string, name: string): string {
  return `${placeOf(vaultFolder, name)}.part`
}

/** The finished files in the order of their names, from the one after `after` on. */
export async function listNames(
  disk: Disk,
  vaultFolder: string,
  after: string | null,
  most: number,
): Promise<{ readonly files: readonly StoredAttachment[]; readonly done: boolean }> {
  const files: StoredAttachment[] = []
  for (const shelf of shelves) {
    if (after !== null && shelf < after.slice(0, 2)) continue
    const entries = await disk.list(shelfOf(vaultFolder, shelf))
    const found = entries.flatMap(({ name: entry, bytes }) => {
      const name = finishedPattern.exec(entry)?.[1]
      return name?.startsWith(shelf) === true && (after === null || name > after) ? [{ name, bytes }] : []
    })
    files.push(...found.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (files.length > most) return { files: files.slice(0, most), done: false }
  }
  return { files, done: true }
}

/** Removes files that were never finished. Only at the start: later, one of them may be in the making. */
export async function sweepUnfinished(disk: Disk, vaultFolder: string): Promise<void> {
  for (const shelf of shelves) {
    const folder = shelfOf(vaultFolder, shelf)
    for (const { name } of await disk.list(folder))
      if (unfinishedPattern.test(name)) await disk.remove(join(folder, name))
  }
}

const shelves = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

function shelfOf(vaultFolder: string, shelf: string): string {
  return join(vaultFolder, 'att', shelf)
}
