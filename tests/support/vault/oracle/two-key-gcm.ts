import { createCipheriv } from 'node:crypto'

/**
 * Makes a ciphertext and tag that AES-GCM accepts under two keys (all-zero nonce): one block is solved for, so that
 * both polynomials give the same tag.
 */
export function twoKeyCiphertext(
  keys: readonly [Buffer, Buffer],
  aad: Buffer,
  ciphertext: Buffer,
  freeBlock: number,
): { ciphertext: Buffer; tag: Buffer } {
  const blocks = [...toBlocks(aad), ...toBlocks(ciphertext), lengthsBlock(aad, ciphertext)]
  const free = toBlocks(aad).length + freeBlock
  const power = blocks.length - free
  const [first, second] = keys.map(secretsOf) as [GcmSecrets, GcmSecrets]
  blocks[free] = 0n
  const difference = tagOf(first, blocks) ^ tagOf(second, blocks)
  const solved = multiply(difference, inverse(raise(first.h, power) ^ raise(second.h, power)))
  blocks[free] = solved
  const changed = Buffer.from(ciphertext)
  toBytes(solved).copy(changed, freeBlock * 16)
  return { ciphertext: changed, tag: toBytes(tagOf(first, blocks)) }
}

interface GcmSecrets {
  /** The hash key: the cipher of a zero block. */
  readonly h: bigint
  /** The mask of the tag: the cipher of the first counter block. */
  readonly mask: bigint
}

function secretsOf(key: Buffer): GcmSecrets {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const counter = Buffer.alloc(16)
  counter[15] = 1
  const out = cipher.update(Buffer.concat([Buffer.alloc(16), counter]))
  return { h: toBigInt(out.subarray(0, 16)), mask: toBigInt(out.subarray(16)) }
}

function tagOf({ h, mask }: GcmSecrets, blocks: readonly bigint[]): bigint {
  return blocks.reduce((sum, block) => multiply(sum ^ block, h), 0n) ^ mask
}

/** Multiplication in GF(2^128) with GCM's bit order: bit 0 is the most significant. */
function multiply(x: bigint, y: bigint): bigint {
  let product = 0n
  let shifted = y
  for (let bit = 127n; bit >= 0n; bit--) {
    if ((x >> bit) & 1n) product ^= shifted
    shifted = shifted & 1n ? (shifted >> 1n) ^ (0xe1n << 120n) : shifted >> 1n
  }
  return product
}

function raise(base: bigint, power: number): bigint {
  let result = 1n << 127n
  for (let i = 0; i < power; i++) result = multiply(result, base)
  return result
}

/** a^(2^128 - 2), by squaring. */
function inverse(a: bigint): bigint {
  let result = 1n << 127n
  let square = a
  for (let i = 1; i < 128; i++) {
    square = multiply(square, square)
    result = multiply(result, square)
  }
  return result
}

function toBlocks(bytes: Buffer): bigint[] {
  const padded = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])
  return Array.from({ length: padded.length / 16 }, (_, i) => toBigInt(padded.subarray(16 * i, 16 * i + 16)))
}

function lengthsBlock(aad: Buffer, ciphertext: Buffer): bigint {
  return (BigInt(aad.length * 8) << 64n) | BigInt(ciphertext.length * 8)
}

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex')
}
