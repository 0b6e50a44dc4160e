import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Where a subject's bytes may lie, by the metric that they count for. */
const places: Readonly<Record<string, readonly string[]>> = {
  'bytes-per-record': ['Default/IndexedDB', 'Default/File System', 'Default/WebStorage'],
  'journal-bytes-per-record': ['vault'],
}

const looks = 60
const betweenLooksMs = 250
const sameLooks = 6

/** Bytes on disk by metric, once they have stopped changing; a metric without bytes is left out. */
export async function restingSizes(profile: string): Promise<Readonly<Record<string, number>>> {
  let last = sizes(profile)
  for (let look = 0, same = 0; look < looks && same < sameLooks; look++) {
    await wait(betweenLooksMs)
    const now = sizes(profile)
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0
    last = now
  }
  return last
}

function sizes(profile: string): Record<string, number> {
  const counted = Object.entries(places).map(
    ([metric, folders]) =>
      [metric, folders.reduce((sum, folder) => sum + sizeOf(join(profile, folder)), 0)] as const,
  )
  return Object.fromEntries(counted.filter(([, bytes]) => bytes > 0))
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + bytesOf(join(entry.parentPath, entry.name)), 0)
}

/** The browser may take a file away between the look at the folder and the look at the file. */
function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
