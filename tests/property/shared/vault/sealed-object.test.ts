import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { pad, unpad } from '#shared/vault/padding.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { open, seal } from '#shared/vault/sealed-object.ts'

const key = () => importSecret(new Uint8Array(32).fill(7))

describe('a sealed object', () => {
  it('gives back any plaintext, in any context', async () => {
    const context = fc.record({
      vaultId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      store: fc.string(),
      objectId: fc.uint8Array({ maxLength: 40 }),
      rev: fc.maxSafeNat(),
      schema: fc.nat(2 ** 32 - 1),
      epoch: fc.nat(2 ** 32 - 1),
      flags: fc.constant(0),
    })
    await fc.assert(
      fc.asyncProperty(context, fc.uint8Array({ maxLength: 3000 }), async (own, plain) => {
        const opened = await open(await key(), own, await seal(await key(), own, plain))
        expect(opened.ok && Buffer.from(opened.value)).toEqual(Buffer.from(plain))
      }),
    )
  })
})

describe('padding', () => {
  it('comes off again, and only the one way it goes on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (plain) => {
        const padded = pad(plain)
        expect(unpad(padded)).toEqual(plain)
        expect(unpad(padded.subarray(0, -1))).toBeUndefined()
        expect(unpad(new Uint8Array([...padded, 0]))).toBeUndefined()
      }),
    )
  })
})
