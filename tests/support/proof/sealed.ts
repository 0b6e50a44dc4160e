import type { SealContext } from '#shared/vault/context.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import type { SecretKey } from '#shared/vault/primitives.ts'
import { seal } from '#shared/vault/sealed-object.ts'
import { below, bytesFrom } from './random.ts'

/** One sealed object with all that opens it. */
export interface SealedSample {
  readonly secret: Uint8Array
  readonly key: SecretKey
  readonly context: SealContext
  readonly sealed: Uint8Array
}

/** A key that the seed decides. */
export async function keyFrom(random: () => number): Promise<Pick<SealedSample, 'secret' | 'key'>> {
  const secret = bytesFrom(random, 32)
  return { secret, key: await importSecret(secret.slice()) }
}

/** A context for each number; among 64 that follow one another, every field differs alone in some pair. */
export function contextOf(index: number): SealContext {
  const bit = (place: number) => (index >> place) & 1
  return {
    vaultId: new Uint8Array(16).fill(1 + bit(0)),
    store: bit(1) === 0 ? 'heads' : 'bodies',
    objectId: new Uint8Array(16).fill(index >> 6).fill(bit(2), 15),
    rev: 1 + bit(3),
    schema: 1 + bit(4),
    epoch: 1 + bit(5),
    flags: 0,
  }
}

/** Seals bytes of the seed, `plainBytes` of them or up to 600. */
export async function sealedFrom(
  random: () => number,
  index: number,
  plainBytes = below(random, 601),
): Promise<SealedSample> {
  const { secret, key } = await keyFrom(random)
  const context = contextOf(index)
  return { secret, key, context, sealed: await seal(key, context, bytesFrom(random, plainBytes)) }
}

/** The bytes with one bit turned. */
export function withBitTurned(bytes: Uint8Array, bit: number): Uint8Array {
  const turned = bytes.slice()
  turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return turned
}
