import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { importSecret } from '#shared/vault/primitives.ts'
import { open } from '#shared/vault/sealed-object.ts'
import {
  bareGcmOpen,
  contextBytes,
  frameOf,
  objectKeys,
  oraclePad,
} from '#tests/support/vault/oracle/oracle-seal.ts'
import { twoKeyCiphertext } from '#tests/support/vault/oracle/two-key-gcm.ts'
import { seededBytes } from '#tests/support/vault/vectors/seeded-bytes.ts'

const context = {
  vaultId: seededBytes('commitment vault', 16),
  store: 'slot',
  objectId: seededBytes('commitment object', 16),
  rev: 1,
  schema: 1,
  epoch: 1,
}

describe('200 ciphertexts that AES-GCM opens under two keys', () => {
  const crafted = Array.from({ length: 200 }, (_, index) => craft(index))

  it('really are: without the commitment both keys open them', () => {
    const opened = crafted.filter(({ keys, sealed }) =>
      keys.every((key) => bareGcmOpen(key, context, sealed)),
    )
    expect(opened).toHaveLength(200)
  })

  it('open under none but the key that they are committed to', async () => {
    for (const { secrets, sealed } of crafted) {
      const answers = await Promise.all(
        secrets.map(async (secret) =>
          open(await importSecret(new Uint8Array(secret)), { ...context, flags: 0 }, new Uint8Array(sealed)),
        ),
      )
      expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    }
  })
})

function craft(index: number) {
  const secrets = ['first', 'second'].map((label) => seededBytes(`${label} ${String(index)}`, 32))
  const salt = seededBytes(`commitment salt ${String(index)}`, 24)
  const [first, second] = secrets.map((secret) => objectKeys(secret, context, salt))
  if (!first || !second) throw new Error('two keys')
  const cipher = createCipheriv('aes-256-gcm', first.key, Buffer.alloc(12))
  const start = cipher.update(oraclePad(seededBytes(`commitment text ${String(index)}`, 32 + (index % 150))))
  const made = twoKeyCiphertext([first.key, second.key], contextBytes(context), start, index % 2)
  const sealed = Buffer.concat([frameOf(context.epoch, salt, first.commitment), made.ciphertext, made.tag])
  return { secrets, keys: [first.key, second.key], sealed }
}
