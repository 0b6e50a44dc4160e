import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './program/stand-in-hooks.ts'

/** A file of the product: not of its tests, its launchers or its harness. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every source of the product. */
export function readSources(): readonly Source[] {
  return ['electron', 'renderer', 'shared']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        `${folder}/${name}`.replaceAll('\\', '/'),
      ),
    )
    .filter((path) => /\.(ts|tsx|html|mjs)$/.test(path))
    .filter((path) => !/^(electron\/launch|renderer\/harness)\//.test(path))
    .map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }))
}

/** Where a pattern occurs, as `file: words`; `except` leaves out files where it has its place. */
export function occurrences(
  sources: readonly Source[],
  pattern: RegExp,
  except: RegExp = /^$/,
): readonly string[] {
  return sources
    .filter(({ path }) => !except.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([words]) => `${path}: ${words.trim()}`))
}

// Comments may name what the code must not do.
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
