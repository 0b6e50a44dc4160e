import type { Proof } from '../proof.ts'
import { permissions } from '#tests/security/program/attempts.ts'
import { rowsProof } from '#tests/security/rows-proof.ts'

/** Every permission that Electron documents and names it does not know, asked and checked, in each session. */
export const proof: Proof = rowsProof('E4', 'No permission and no device is ever given', {
  tries: async () => permissions.length * 3 * 2,
})
