import { caseKeyVectors, keyringVectors } from './epoch-vectors.ts'
import { headerVectors } from './header-vectors.ts'
import { nameVectors, recoveryKeyVectors } from './key-vectors.ts'
import { sealedVectors } from './sealed-vectors.ts'
import { streamVectors } from './stream-vectors.ts'
import { valueVectors } from './value-vectors.ts'

/** Every vector file with its content as bytes on disk: the same on each run. */
export function vectorFiles(): Readonly<Record<string, string>> {
  return {
    'sealed-objects.json': file('Sealed objects: secret, context and what opening answers.', sealedVectors()),
    'headers.json': file(
      'Vault headers: what reading answers, and which credentials open the slots.',
      headerVectors(),
    ),
    'values.json': file('The strict encoding of values.', valueVectors()),
    'recovery-keys.json': file('Recovery keys as people type them.', recoveryKeyVectors()),
    'names.json': file('Names of objects in the store.', nameVectors()),
    'keyrings.json': file('Keyrings and the headers they belong to.', keyringVectors()),
    'case-keys.json': file('Bodies under keys of cases and of several epochs.', caseKeyVectors()),
    'streams.json': file('Streams: data, what was done to them, and what opening answers.', streamVectors()),
  }
}

function file(about: string, vectors: readonly unknown[]): string {
  return `${JSON.stringify({ format: 'cv1', about, vectors }, null, 1)}\n`
}
