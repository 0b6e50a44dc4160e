import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserWith } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import type { Reading, WentOn } from '#renderer/harness/integrity/index.ts'
import { withIntegrityPage } from './page.ts'

export const passphrase = 'a passphrase for damaged disks'

/** A vault that was filled once, as it was early and as it was last; cases work on copies. */
export interface Template {
  readonly engine: Engine
  readonly browser: string | undefined
  /** Everything that was acknowledged. */
  readonly wanted: Reading
  /** One record as it was before it was changed: rows of the store. */
  readonly olderRecord: WentOn['olderRecord']
  /** Folder with the profile and the data folder beside it. */
  readonly last: string
  readonly earlier: string
}

/** Fills a vault with one of the engines. */
export async function makeTemplate(folder: string, engine: Engine): Promise<Template> {
  const own = join(folder, engine)
  mkdirSync(own, { recursive: true })
  const browser = browserWith(engine, own)
  const [last, earlier] = [join(own, 'last'), join(own, 'earlier')]
  await withIntegrityPage({ folder: last, browser }, (part) =>
    part.evaluate((page, words) => page.fill(words), passphrase),
  )
  checkEngine(last, engine)
  tidy(last)
  cpSync(last, earlier, { recursive: true })
  const { wanted, olderRecord } = await withIntegrityPage({ folder: last, browser }, (part) =>
    part.evaluate((page, words) => page.goOn(words), passphrase),
  )
  tidy(last)
  return { engine, browser, wanted, olderRecord, last, earlier }
}

/** A copy of the template for one case. */
export function copyOf({ last }: Template, folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  cpSync(last, folder, { recursive: true })
  return folder
}

/** A switch that the browser does not hear would let everything be tried on one engine alone. */
function checkEngine(folder: string, engine: Engine): void {
  const names = readdirSync(join(folder, 'profile', 'Default', 'IndexedDB'))
  const isLevelDb = names.some((name) => name.endsWith('.leveldb'))
  if (isLevelDb !== (engine === 'leveldb')) throw new Error(`The browser did not use ${engine}`)
}

/** Caches are most of a profile and none of the vault. */
function tidy(folder: string): void {
  const profile = join(folder, 'profile')
  for (const name of [
    'GPUPersistentCache',
    'component_crx_cache',
    'extensions_crx_cache',
    'segmentation_platform',
  ])
    rmSync(join(profile, name), { recursive: true, force: true })
  for (const name of ['Cache', 'Code Cache', 'GPUCache', 'DawnGraphiteCache', 'DawnWebGPUCache', 'Sessions'])
    rmSync(join(profile, 'Default', name), { recursive: true, force: true })
}
