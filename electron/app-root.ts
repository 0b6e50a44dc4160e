import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of package.json above a source or built file, so that both find `out/` alike. */
export function findAppRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('package.json was not found above the program')
  return findAppRoot(parent)
}
