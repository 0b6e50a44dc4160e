import { createCipheriv } from 'node:crypto'
import { contextBytes, frameOf, objectKeys, oraclePad } from '../vault/oracle/oracle-seal.ts'
import type { OracleContext } from '../vault/oracle/oracle-seal.ts'
import { twoKeyCiphertext } from '../vault/oracle/two-key-gcm.ts'
import { below, bytesFrom } from './random.ts'

/** A sealed object whose ciphertext AES-GCM accepts under the keys of two secrets; it is committed to the first. */
export interface TwoKeyObject {
  readonly secrets: readonly [Buffer, Buffer]
  /** What the secrets give for this object. */
  readonly keys: readonly [Buffer, Buffer]
  readonly sealed: Buffer
}

export function twoKeyObjectFrom(random: () => number, context: OracleContext): TwoKeyObject {
  const some = (length: number) => Buffer.from(bytesFrom(random, length))
  const secrets = [some(32), some(32)] as const
  const salt = some(24)
  const [first, second] = [objectKeys(secrets[0], context, salt), objectKeys(secrets[1], context, salt)]
  const cipher = createCipheriv('aes-256-gcm', first.key, Buffer.alloc(12))
  const start = cipher.update(oraclePad(some(32 + below(random, 150))))
  const made = twoKeyCiphertext([first.key, second.key], contextBytes(context), start, below(random, 2))
  const sealed = Buffer.concat([frameOf(context.epoch, salt, first.commitment), made.ciphertext, made.tag])
  return { secrets, keys: [first.key, second.key], sealed }
}
