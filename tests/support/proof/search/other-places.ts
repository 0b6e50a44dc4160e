import { readdirSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCanaries } from './find-canaries.ts'
import type { CanaryHit } from './find-canaries.ts'

const largestBytes = 64 * 1024 * 1024

/** Where programs leave things that they were not asked for: temporary files, downloads, shared memory, own folders of the browser. */
export function findElsewhere(since: number): readonly CanaryHit[] {
  const home = homedir()
  const places = [
    '/dev/shm',
    join(home, 'Downloads'),
    join(home, '.config/chromium'),
    join(home, '.cache/chromium'),
    join(home, '.config/evenhand'),
    ...freshIn(tmpdir(), since),
  ]
  return places
    .filter((place) => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap((place) => findCanaries(place, (path) => isOldOrHuge(path, since)))
}

/** Folders that appeared or changed since; those of proofs and tests are looked at by themselves. */
function freshIn(folder: string, since: number): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('evenhand-'))
    .map((name) => join(folder, name))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since)
}

function isOldOrHuge(path: string, since: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return !found || found.mtimeMs < since || found.size > largestBytes
}
