import { platform } from './platform.ts'
import type { KeyHandle } from './platform.ts'

/**
 * The only module that calls `subtle`. Keys enter as raw bytes once and never come out again.
 * A static test holds every other module to that.
 */
const { crypto } = platform
const { subtle } = crypto

const zeroNonce = new Uint8Array(12)

/** Key material for `derive*`; non-extractable. */
export type SecretKey = KeyHandle & { readonly __use?: 'derive' }
/** Key for `hmac`; non-extractable. */
export type MacKey = KeyHandle & { readonly __use?: 'mac' }
/** Single-use AES-256-GCM key; non-extractable. */
export type CipherKey = KeyHandle & { readonly __use?: 'cipher' }
/** AES-256-GCM key of one stream; non-extractable. */
export type StreamKey = KeyHandle & { readonly __use?: 'stream' }

/** Ed25519 key that signs; non-extractable. */
export type SigningKey = KeyHandle & { readonly __use?: 'sign' }

/** Fresh bytes from the platform's generator. */
export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  crypto.getRandomValues(bytes)
  return bytes
}

/** SHA-256. */
export async function sha256(data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle.digest('SHA-256', data))
}

/** Imports 32 secret bytes for derivation and wipes them. */
export async function importSecret(bytes: Uint8Array): Promise<SecretKey> {
  const key = await subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey'])
  bytes.fill(0)
  return key
}

/** Imports 32 secret bytes for HMAC-SHA-256 and wipes them. */
export async function importMacKey(bytes: Uint8Array): Promise<MacKey> {
  const key = await subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  bytes.fill(0)
  return key
}

/** HKDF-SHA-256 to bytes. */
export async function deriveBytes(
  key: SecretKey,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info } as const
  return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8))
}

/** HKDF-SHA-256 to a single-use cipher key that never exists as bytes in script memory. */
export function deriveCipherKey(
  key: SecretKey,
  salt: Uint8Array,
  info: Uint8Array,
  use: 'encrypt' | 'decrypt',
): Promise<CipherKey> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info } as const
  return subtle.deriveKey(parameters, key, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** Imports 32 secret bytes for the chunks of one stream, to seal and to open, and wipes them. */
export async function importStreamKey(bytes: Uint8Array): Promise<StreamKey> {
  const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  bytes.fill(0)
  return key
}

/** AES-256-GCM with the zero nonce: right only because each key is used for one message. */
export function encryptOnce(key: CipherKey, plain: Uint8Array, context: Uint8Array): Promise<Uint8Array> {
  return encrypt(key, zeroNonce, plain, context)
}

/** Opens what `encryptOnce` made; `undefined` when the tag does not match. */
export function decryptOnce(
  key: CipherKey,
  sealed: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array | undefined> {
  return decrypt(key, zeroNonce, sealed, context)
}

/** One chunk of a stream. Under one key a nonce is used for one message: the caller counts. */
export function encryptChunk(
  key: StreamKey,
  nonce: Uint8Array,
  plain: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array> {
  return encrypt(key, nonce, plain, context)
}

/** Opens what `encryptChunk` made; `undefined` when the tag does not match. */
export function decryptChunk(
  key: StreamKey,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array | undefined> {
  return decrypt(key, nonce, sealed, context)
}

/** HMAC-SHA-256. */
export async function hmac(key: MacKey, data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle.sign('HMAC', key, data))
}

/** A fresh key that signs, as bytes to be sealed, and its public half. The caller wipes the first. */
export async function makeSigningKey(): Promise<{
  readonly secret: Uint8Array
  readonly signer: Uint8Array
}> {
  const pair = await subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  const [secret, signer] = await Promise.all([
    subtle.exportKey('pkcs8', pair.privateKey),
    subtle.exportKey('raw', pair.publicKey),
  ])
  return { secret: new Uint8Array(secret), signer: new Uint8Array(signer) }
}

/** Imports a key that signs and wipes its bytes. Rejects what is none. */
export async function importSigningKey(secret: Uint8Array): Promise<SigningKey> {
  try {
    return await subtle.importKey('pkcs8', secret, { name: 'Ed25519' }, false, ['sign'])
  } finally {
    secret.fill(0)
  }
}

/** Ed25519. */
export async function sign(key: SigningKey, data: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle.sign('Ed25519', key, data))
}

/** Tells whether a signature is that of a public key over the data. */
export async function isSignedBy(
  signer: Uint8Array,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', signer, { name: 'Ed25519' }, false, ['verify'])
    return await subtle.verify('Ed25519', key, signature, data)
  } catch {
    // Bytes that are no public key sign nothing.
    return false
  }
}

async function encrypt(
  key: KeyHandle,
  nonce: Uint8Array,
  plain: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array> {
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: context } as const
  return new Uint8Array(await subtle.encrypt(parameters, key, plain))
}

async function decrypt(
  key: KeyHandle,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Promise<Uint8Array | undefined> {
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: context } as const
  try {
    return new Uint8Array(await subtle.decrypt(parameters, key, sealed))
  } catch {
    // WebCrypto rejects with OperationError for exactly one reason here: the tag does not match.
    return undefined
  }
}
