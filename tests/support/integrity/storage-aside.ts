import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { withIntegrityPage } from './page.ts'
import type { IntegrityPlace } from './page.ts'

/** Where the browser keeps its databases. */
export function storeFolder({ folder }: Pick<IntegrityPlace, 'folder'>): string {
  return join(folder, 'profile', 'Default', 'IndexedDB')
}

/** The folders that were set aside. */
export function asideFolders({ folder }: Pick<IntegrityPlace, 'folder'>): readonly string[] {
  const profile = join(folder, 'profile', 'Default')
  return readdirSync(profile)
    .filter((name) => name.startsWith('IndexedDB-aside-'))
    .map((name) => join(profile, name))
}

/** Does what the button does; answers `restart` once the browser has ended for it, else why it was refused. */
export function startAgainWithStorageAside(place: IntegrityPlace): Promise<string> {
  return withIntegrityPage(place, async (part, host) => {
    const answer = part.evaluate((page) => page.setStorageAside())
    // The page goes together with its answer.
    const refusal = answer.then(
      (code) => (code === 'done' ? host.closed : code),
      () => host.closed,
    )
    return Promise.race([host.closed, refusal])
  })
}
