import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VectorSet } from '#renderer/harness/vault/vectors/vector-set.ts'
import type {
  HeaderVector,
  NameVector,
  RecoveryKeyVector,
  SealedVector,
  ValueVector,
  VectorFile,
} from './vector-types.ts'

export const vectorFolder = join(import.meta.dirname, '../../../fixtures/vectors/cv1')

/** Reads one vector file as released. */
export function loadVectors<V>(name: string): readonly V[] {
  // The files are written by `write-vectors.ts` from the types that the caller names.
  return (JSON.parse(readFileSync(join(vectorFolder, name), 'utf8')) as VectorFile<V>).vectors
}

/** The vector files that say what opening and reading answer. */
export function publishedVectors() {
  return {
    sealed: loadVectors<SealedVector>('sealed-objects.json'),
    headers: loadVectors<HeaderVector>('headers.json'),
    values: loadVectors<ValueVector>('values.json'),
    recoveryKeys: loadVectors<RecoveryKeyVector>('recovery-keys.json'),
    names: loadVectors<NameVector>('names.json'),
  } satisfies VectorSet
}
