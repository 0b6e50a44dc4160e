import { bytesToHex, concatBytes, hexToBytes, lengthPrefixed, u64, utf8 } from './bytes.ts'
import { chainBytes } from './audit.ts'
import { isSignedBy, sign } from './primitives.ts'
import type { SigningKey } from './primitives.ts'

/** Bytes of a public key and of a signature (Ed25519). */
export const signerBytes = 32
export const signatureBytes = 64

/** Up to where a history reaches, and what it must then be. */
export interface Checkpoint {
  /** Tells this copy of the vault from others. */
  readonly device: string
  readonly seq: number
  /** MAC of the entry with that number: every entry up to it is bound by it. */
  readonly mac: Uint8Array
}

/** A checkpoint with the key that signed it. */
export interface SignedCheckpoint extends Checkpoint {
  readonly signer: Uint8Array
  readonly signature: Uint8Array
}

/** Signs a checkpoint of a vault. */
export function signCheckpoint(
  key: SigningKey,
  vaultId: Uint8Array,
  checkpoint: Checkpoint,
): Promise<Uint8Array> {
  return sign(key, signedBytes(vaultId, checkpoint))
}

/** Tells whether the signature is that of its key over this very checkpoint of this vault. */
export function isGenuine(
  vaultId: Uint8Array,
  { signer, signature, ...checkpoint }: SignedCheckpoint,
): Promise<boolean> {
  return isSignedBy(signer, signature, signedBytes(vaultId, checkpoint))
}

function signedBytes(vaultId: Uint8Array, { device, seq, mac }: Checkpoint): Uint8Array {
  const start = concatBytes(utf8('cv1/checkpoint'), lengthPrefixed(vaultId), lengthPrefixed(utf8(device)))
  return concatBytes(start, u64(seq), mac)
}

const textStart = 'evenhand-history-1'

/** A checkpoint as a line of text, to be kept outside the vault. */
export function checkpointToText({ device, seq, mac, signer, signature }: SignedCheckpoint): string {
  return [textStart, device, String(seq), ...[mac, signer, signature].map(bytesToHex)].join(' ')
}

/** Reads such a line, whatever space stands in it and around it; `undefined` when it is none. */
export function checkpointFromText(text: string): SignedCheckpoint | undefined {
  const found = linePattern.exec(text.trim().toLowerCase().replaceAll(/\s+/gu, ' '))
  if (!found) return undefined
  const [, device = '', seq = '', mac = '', signer = '', signature = ''] = found
  const [macBytes, signerKey, signed] = [mac, signer, signature].map(hexToBytes)
  if (!macBytes || !signerKey || !signed || !Number.isSafeInteger(Number(seq))) return undefined
  return { device, seq: Number(seq), mac: macBytes, signer: signerKey, signature: signed }
}

const hexOf = (bytes: number) => `([0-9a-f]{${String(2 * bytes)}})`
const linePattern = new RegExp(
  `^${textStart} ${hexOf(8)} ([1-9][0-9]{0,15}) ${hexOf(chainBytes)} ${hexOf(signerBytes)} ${hexOf(signatureBytes)}$`,
  'u',
)
