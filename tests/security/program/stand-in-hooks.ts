import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** One line of the program changed on purpose: the way to show that a check can fail. */
export interface Mutation {
  /** Path from the root of the repository. */
  readonly file: string
  readonly from: string
  readonly to: string
}

export const root = join(import.meta.dirname, '../../..')
const standIn = pathToFileURL(join(root, 'tests/support/host/fake-electron.ts')).href

/**
 * From now on `electron` is the stand-in of the tests, and a mutated file is loaded with its change. Throws where the
 * words to change are not there: a mutation that does nothing would show nothing.
 */
export function useStandIn(mutation?: Mutation): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) => {
      const loaded = next(url, context)
      if (!mutation || !isFile(url, mutation.file)) return loaded
      return { ...loaded, source: mutate(readFileSync(fileURLToPath(stripQuery(url)), 'utf8'), mutation) }
    },
  })
}

function mutate(text: string, { file, from, to }: Mutation): string {
  if (!text.includes(from)) throw new Error(`The words to change are not in ${file}: ${from}`)
  return text.replaceAll(from, to)
}

function isFile(url: string, file: string): boolean {
  return url.startsWith('file:') && fileURLToPath(stripQuery(url)) === join(root, file)
}

function stripQuery(url: string): string {
  return url.split('?')[0] ?? url
}
