import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VectorFile } from './vector-types.ts'

export const vectorFolder = join(import.meta.dirname, '../../../fixtures/vectors/cv1')

/** Reads one vector file as released. */
export function loadVectors<V>(name: string): readonly V[] {
  // The files are written by `write-vectors.ts` from the types that the caller names.
  return (JSON.parse(readFileSync(join(vectorFolder, name), 'utf8')) as VectorFile<V>).vectors
}
