import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { bytesToHex } from '#shared/vault/bytes.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { minimumPaddedBytes, pad, paddedSize, unpad } from '#shared/vault/padding.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { open, seal } from '#shared/vault/sealed-object.ts'

const key = () => importSecret(new Uint8Array(32).fill(7))
const contextOf = (index: number): SealContext => ({
  vaultId: new Uint8Array(16).fill(index % 3),
  store: index % 2 === 0 ? 'heads' : 'bodies',
  objectId: new Uint8Array(16).fill(index),
  rev: 1 + (index % 5),
  schema: 1 + (index % 2),
  epoch: 1,
  flags: 0,
})

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

  it('does not open with any one bit of 120,000 changed', { timeout: 120_000 }, async () => {
    const secret = await key()
    for (let object = 0; object < 40; object++) {
      const context = contextOf(object)
      const sealed = await seal(secret, context, new Uint8Array(10 * object).fill(object))
      const opened = await Promise.all(
        Array.from({ length: sealed.length * 8 }, (_, bit) => {
          const flipped = sealed.slice()
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          return open(secret, context, flipped)
        }),
      )
      expect(opened.filter(({ ok }) => ok)).toEqual([])
    }
  })

  it('does not open in the place of another one', { timeout: 60_000 }, async () => {
    const secret = await key()
    const objects = await Promise.all(
      Array.from({ length: 100 }, (_, index) => seal(secret, contextOf(index), new Uint8Array(20))),
    )
    const opened = await Promise.all(
      objects.flatMap((object, at) =>
        objects.map((_, as) => open(secret, contextOf(as), object).then(({ ok }) => ok === (at === as))),
      ),
    )
    expect(opened.filter((right) => !right)).toEqual([])
  })

  it('never uses a salt twice', { timeout: 60_000 }, async () => {
    const secret = await key()
    const salts = new Set<string>()
    for (let batch = 0; batch < 20; batch++) {
      const sealed = await Promise.all(
        Array.from({ length: 500 }, () => seal(secret, contextOf(1), new Uint8Array())),
      )
      for (const object of sealed) salts.add(bytesToHex(object.subarray(10, 34)))
    }
    expect(salts.size).toBe(10_000)
  })
})

describe('padding', () => {
  it('leaves at most 130 sizes for texts of up to 64 KiB, and grows by at most 12 %', () => {
    const sizes = new Set<number>()
    for (let length = 0; length <= 65_536; length++) {
      const size = paddedSize(length)
      sizes.add(size)
      if (length >= minimumPaddedBytes) expect((size - length) / length).toBeLessThanOrEqual(0.12)
      expect(size).toBeGreaterThan(length)
    }
    expect(sizes.size).toBeLessThanOrEqual(130)
  })

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
