import type { Proof } from '../proof.ts'
import { rowsProof } from '#tests/security/rows-proof.ts'

/** Electron's twenty items and our rows beyond them, on the real host over a stand-in of Electron's functions. */
export const proof: Proof = rowsProof('E1', 'Electron’s checklist and our own rows hold')
