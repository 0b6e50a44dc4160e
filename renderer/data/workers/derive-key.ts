import sodium from 'libsodium-wrappers-sumo'
import { calibrateKdf, defaultKdf, isSafeKdf, kdfKeyBytes, passphraseToBytes } from '#shared/vault/kdf.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'
import type { DerivedKey } from './crypto-protocol.ts'

export interface DeriveRequest {
  readonly passphrase: string
  /** Settings of an existing slot, or a fresh salt for which the settings are still to be found. */
  readonly kdf: KdfParameters | { readonly calibrateWithSalt: Uint8Array }
}

/** What the worker that derives keys can be asked. */
export interface KdfOperations {
  derive(input: { request: DeriveRequest; port: MessagePort }): Promise<DeriveReport>
}

/** What one derivation cost. */
export interface DeriveReport {
  readonly ok: boolean
  readonly tookMs: number
}

/** Runs Argon2id; the key goes into the port and nowhere else. */
export async function deriveKey(request: DeriveRequest, port: MessagePort): Promise<DeriveReport> {
  const started = performance.now()
  const derived = await tryDerive(request)
  // libsodium answers with an array on memory of its own, never on shared memory.
  port.postMessage(derived, derived.ok ? [derived.key.buffer as ArrayBuffer] : [])
  return { ok: derived.ok, tookMs: performance.now() - started }
}

async function tryDerive({ passphrase, kdf }: DeriveRequest): Promise<DerivedKey> {
  const bytes = passphraseToBytes(passphrase)
  if (!bytes.ok) return { ok: false }
  await sodium.ready
  try {
    if ('calibrateWithSalt' in kdf) return calibrate(bytes.value, kdf.calibrateWithSalt)
    return isSafeKdf(kdf) ? { ok: true, key: argon2id(bytes.value, kdf), kdf } : { ok: false }
  } catch {
    // libsodium throws when the memory cannot be had; there is no other reason with checked settings.
    return { ok: false }
  } finally {
    bytes.value.fill(0)
  }
}

/** Derives with the default settings and moves towards the target time; at most four derivations. */
function calibrate(passphrase: Uint8Array, salt: Uint8Array): DerivedKey {
  let settings: { readonly memoryKiB: number; readonly passes: number } = defaultKdf
  for (let attempt = 1; ; attempt++) {
    const kdf = { ...settings, lanes: 1, salt }
    const { key, tookMs } = timed(passphrase, kdf)
    const better = attempt < 4 ? calibrateKdf(settings, tookMs) : undefined
    if (key && !better) return { ok: true, key, kdf }
    if (!better) return { ok: false }
    key?.fill(0)
    settings = better
  }
}

/** A derivation for which there is not enough memory counts as one that takes for ever. */
function timed(passphrase: Uint8Array, kdf: KdfParameters): { key?: Uint8Array; tookMs: number } {
  const started = performance.now()
  try {
    const key = argon2id(passphrase, kdf)
    return { key, tookMs: performance.now() - started }
  } catch {
    return { tookMs: Number.POSITIVE_INFINITY }
  }
}

function argon2id(passphrase: Uint8Array, { memoryKiB, passes, salt }: KdfParameters): Uint8Array {
  return sodium.crypto_pwhash(
    kdfKeyBytes,
    passphrase,
    salt,
    passes,
    memoryKiB * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )
}
