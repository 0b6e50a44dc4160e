import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Files of the product that touch keys themselves. */
export function usersOfKeys(): readonly string[] {
  return sourcesWith(/\bsubtle\s*\.|\.\s*subtle\b|\{\s*subtle\b/)
}

/** Files of the product that draw numbers anybody could foresee. */
export function usersOfWeakRandom(): readonly string[] {
  return sourcesWith(/\bMath\s*\.\s*random\b/)
}

function sourcesWith(pattern: RegExp): readonly string[] {
  return ['shared', 'renderer', 'electron'].flatMap((area) =>
    readdirSync(join(root, area), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(tsx?|mjs)$/.test(path))
      .map((path) => join(area, path).replaceAll('\\', '/'))
      .filter((path) => pattern.test(readFileSync(join(root, path), 'utf8'))),
  )
}
