import { createCipheriv, createDecipheriv } from 'node:crypto'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * A second implementation of CV1 for tests, written from FORMAT.md over other libraries: node:crypto and
 * noble instead of WebCrypto. It shares no code with the product.
 */
export interface OracleContext {
  readonly vaultId: Buffer
  readonly store: string
  readonly objectId: Buffer
  readonly rev: number
  readonly schema: number
  readonly epoch: number
}

export type Opened = { readonly plain: Buffer } | { readonly code: string }

const nonce = Buffer.alloc(12)

export function contextBytes(context: OracleContext): Buffer {
  const fixed = Buffer.alloc(18)
  fixed.writeBigUInt64BE(BigInt(context.rev), 0)
  fixed.writeUInt32BE(context.schema, 8)
  fixed.writeUInt32BE(context.epoch, 12)
  fixed.writeUInt8(1, 16)
  return Buffer.concat([
    field(context.vaultId),
    field(Buffer.from(context.store)),
    field(context.objectId),
    fixed,
  ])
}

/** The single-use key and the commitment of one object. */
export function objectKeys(
  secret: Buffer,
  context: OracleContext,
  salt: Buffer,
): { key: Buffer; commitment: Buffer } {
  const hash = sha256(Buffer.concat([Buffer.from('cv1/ctx'), contextBytes(context)]))
  const derive = (label: string) =>
    Buffer.from(hkdf(sha256, secret, salt, Buffer.concat([Buffer.from(label), hash]), 32))
  return { key: derive('cv1/key'), commitment: derive('cv1/com') }
}

export function oracleSeal(secret: Buffer, context: OracleContext, plain: Buffer, salt: Buffer): Buffer {
  return sealPadded(secret, context, oraclePad(plain), salt)
}

/** Seals bytes as they are, so that a vector can carry padding that is wrong. */
export function sealPadded(secret: Buffer, context: OracleContext, padded: Buffer, salt: Buffer): Buffer {
  const { key, commitment } = objectKeys(secret, context, salt)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(contextBytes(context))
  const body = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([frameOf(context.epoch, salt, commitment), body, cipher.getAuthTag()])
}

export function frameOf(epoch: number, salt: Buffer, commitment: Buffer): Buffer {
  const head = Buffer.from('CV1S\u0001\u0000\0\0\0\0', 'latin1')
  head.writeUInt32BE(epoch, 6)
  return Buffer.concat([head, salt, commitment])
}

export function oracleOpen(secret: Buffer, context: OracleContext, sealed: Buffer): Opened {
  const frameProblem = frameProblemOf(sealed, context.epoch)
  if (frameProblem) return { code: frameProblem }
  const { key, commitment } = objectKeys(secret, context, sealed.subarray(10, 34))
  if (!commitment.equals(sealed.subarray(34, 66))) return { code: 'wrong-key-or-context' }
  const padded = bareGcmOpen(key, context, sealed)
  return padded ? oracleUnpad(padded) : { code: 'altered' }
}

/** AES-GCM without the commitment: what would happen if nobody compared it. */
export function bareGcmOpen(key: Buffer, context: OracleContext, sealed: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAAD(contextBytes(context))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(66, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

export function oraclePad(plain: Buffer): Buffer {
  const padded = Buffer.alloc(oraclePaddedSize(plain.length))
  plain.copy(padded)
  padded[plain.length] = 0x80
  return padded
}

/** Padmé by integer arithmetic on the bit length. */
export function oraclePaddedSize(plainBytes: number): number {
  const length = plainBytes + 1
  if (length <= 256) return 256
  const exponent = 31 - Math.clz32(length)
  const keptBits = 32 - Math.clz32(exponent)
  const mask = (1 << (exponent - keptBits)) - 1
  return (length + mask) & ~mask
}

/** The name of an object: HMAC-SHA-256 over two length-prefixed fields, first 16 bytes. */
export function oracleName(key: Buffer, store: string, id: string): Buffer {
  return Buffer.from(
    hmac(sha256, key, Buffer.concat([field(Buffer.from(store)), field(Buffer.from(id))])),
  ).subarray(0, 16)
}

/** A key of the key tree. */
export function oraclePurposeKey(vaultKey: Buffer, vaultId: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdf(sha256, vaultKey, vaultId, Buffer.from(`cv1/${purpose}`), 32))
}

function oracleUnpad(padded: Buffer): Opened {
  const text = padded.toString('latin1')
  const match = /\u0080\u0000*$/.exec(text)
  if (!match || oraclePaddedSize(match.index) !== padded.length) return { code: 'bad-padding' }
  return { plain: padded.subarray(0, match.index) }
}

function frameProblemOf(sealed: Buffer, epoch: number): string | undefined {
  if (sealed.length < 4) return 'truncated'
  const magic = sealed.toString('latin1', 0, 4)
  if (/^CV[2-9]S$/.test(magic)) return 'newer-format'
  if (magic !== 'CV1S') return 'not-sealed'
  if (sealed.length < 82) return 'truncated'
  if (sealed.readUInt8(4) !== 1) return 'unknown-algorithm'
  if (sealed.readUInt8(5) !== 0) return 'unknown-flags'
  return sealed.readUInt32BE(6) === epoch ? undefined : 'wrong-epoch'
}

export function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}
