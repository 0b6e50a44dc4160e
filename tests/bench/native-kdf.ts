import { argon2Sync, randomBytes } from 'node:crypto'
import type { Measurement } from '#renderer/harness/bench/measure.ts'
import { defaultKdf } from '#shared/vault/kdf.ts'

/** The same derivation by the native library under Node. */
export function measureNativeKdf(): Measurement {
  const started = performance.now()
  argon2Sync('argon2id', {
    message: 'six words of the bench itself',
    nonce: randomBytes(16),
    parallelism: 1,
    tagLength: 32,
    memory: defaultKdf.memoryKiB,
    passes: defaultKdf.passes,
  })
  return { metric: 'kdf', subject: 'native', unit: 'ms', value: performance.now() - started }
}
