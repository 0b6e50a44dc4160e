import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '#tests/support/kill/engines.ts'

/**
 * Damage after which the browser refuses all of its storage at every start; answers what was done. LevelDB: one bit of
 * `CURRENT`, which then names a list of files that is not there. SQLite: a file lies where the folder of the origin was.
 */
export const refuseStorage: Readonly<Record<Engine, (storeFolder: string) => string>> = {
  leveldb(storeFolder) {
    const path = join(storeFolder, nameIn(storeFolder, '.leveldb'), 'CURRENT')
    const bytes = readFileSync(path)
    bytes[2] = (bytes[2] ?? 0) ^ 4
    writeFileSync(path, bytes)
    return 'flip of a bit in CURRENT'
  },
  sqlite(storeFolder) {
    const path = join(storeFolder, nameIn(storeFolder, '_0'))
    rmSync(path, { recursive: true })
    writeFileSync(path, 'not a folder')
    return 'file in place of the folder'
  },
}

function nameIn(folder: string, ending: string): string {
  const name = readdirSync(folder).find((each) => each.endsWith(ending))
  if (name === undefined) throw new Error(`Nothing in the store ends in ${ending}`)
  return name
}
