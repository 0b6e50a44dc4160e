import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { concatBytes, equalInConstantTime, u32, u8, utf8 } from './bytes.ts'
import { algorithm, encodeContext } from './context.ts'
import type { SealContext } from './context.ts'
import { pad, unpad } from './padding.ts'
import { decryptOnce, deriveBytes, deriveCipherKey, encryptOnce, randomBytes, sha256 } from './primitives.ts'
import type { SecretKey } from './primitives.ts'

/** Why a sealed object did not open. Nothing of its content is given out with any of them. */
export type SealProblem =
  | { readonly code: 'truncated' }
  | { readonly code: 'not-sealed' }
  | { readonly code: 'newer-format' }
  | { readonly code: 'unknown-algorithm' }
  | { readonly code: 'unknown-flags' }
  | { readonly code: 'wrong-epoch' }
  | { readonly code: 'wrong-key-or-context' }
  | { readonly code: 'altered' }
  | { readonly code: 'bad-padding' }

const magic = utf8('CV1S')
const saltBytes = 24
const commitmentBytes = 32
const tagBytes = 16
const saltAt = magic.length + 1 + 1 + 4
const commitmentAt = saltAt + saltBytes
const ciphertextAt = commitmentAt + commitmentBytes

/** Bytes that sealing adds to the padded plaintext. */
export const sealOverheadBytes = ciphertextAt + tagBytes

const contextPrefix = utf8('cv1/ctx')
const keyPrefix = utf8('cv1/key')
const commitmentPrefix = utf8('cv1/com')

/** Seals bytes for one context. `salt` is given by test vectors alone; otherwise it is fresh. */
export async function seal(
  key: SecretKey,
  context: SealContext,
  plain: Uint8Array,
  salt: Uint8Array = randomBytes(saltBytes),
): Promise<Uint8Array> {
  const bound = encodeContext(context)
  const [keyInfo, commitmentInfo] = await deriveInfos(bound)
  const [cipherKey, commitment] = await Promise.all([
    deriveCipherKey(key, salt, keyInfo, 'encrypt'),
    deriveBytes(key, salt, commitmentInfo, commitmentBytes),
  ])
  const padded = pad(plain)
  const ciphertext = await encryptOnce(cipherKey, padded, bound)
  padded.fill(0)
  return concatBytes(
    magic,
    u8(algorithm),
    u8(context.flags),
    u32(context.epoch),
    salt,
    commitment,
    ciphertext,
  )
}

/**
 * Opens a sealed object for the context it is expected to have.
 *
 * The commitment is compared before anything is decrypted, so that no ciphertext opens under two keys.
 */
export async function open(
  key: SecretKey,
  context: SealContext,
  sealed: Uint8Array,
): Promise<Result<Uint8Array, SealProblem>> {
  const problem = checkFrame(sealed, context)
  if (problem) return err(problem)

  const bound = encodeContext(context)
  const salt = sealed.subarray(saltAt, commitmentAt)
  const [keyInfo, commitmentInfo] = await deriveInfos(bound)
  const [cipherKey, commitment] = await Promise.all([
    deriveCipherKey(key, salt, keyInfo, 'decrypt'),
    deriveBytes(key, salt, commitmentInfo, commitmentBytes),
  ])
  if (!equalInConstantTime(commitment, sealed.subarray(commitmentAt, ciphertextAt))) {
    return err({ code: 'wrong-key-or-context' })
  }
  const padded = await decryptOnce(cipherKey, sealed.subarray(ciphertextAt), bound)
  if (!padded) return err({ code: 'altered' })
  const plain = unpad(padded)
  return plain ? ok(plain) : err({ code: 'bad-padding' })
}

/** The epoch that a sealed object says it belongs to; `undefined` when it is too short to say one. */
export function sealedEpoch(sealed: Uint8Array): number | undefined {
  const epoch = sealed.subarray(magic.length + 2, saltAt)
  return epoch.length === 4 ? epoch.reduce((sum, byte) => sum * 256 + byte, 0) : undefined
}

function checkFrame(sealed: Uint8Array, context: SealContext): SealProblem | undefined {
  if (sealed.length < magic.length) return { code: 'truncated' }
  if (sealed[0] !== magic[0] || sealed[1] !== magic[1] || sealed[3] !== magic[3])
    return { code: 'not-sealed' }
  const major = sealed[2] ?? 0
  if (major >= 0x32 && major <= 0x39) return { code: 'newer-format' }
  if (major !== magic[2]) return { code: 'not-sealed' }
  if (sealed.length < sealOverheadBytes) return { code: 'truncated' }
  if (sealed[4] !== algorithm) return { code: 'unknown-algorithm' }
  if (sealed[5] !== 0 || context.flags !== 0) return { code: 'unknown-flags' }
  if (!equalInConstantTime(sealed.subarray(6, saltAt), u32(context.epoch))) return { code: 'wrong-epoch' }
  return undefined
}

async function deriveInfos(bound: Uint8Array): Promise<readonly [Uint8Array, Uint8Array]> {
  const contextHash = await sha256(concatBytes(contextPrefix, bound))
  return [concatBytes(keyPrefix, contextHash), concatBytes(commitmentPrefix, contextHash)]
}
