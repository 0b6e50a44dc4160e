import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { decodeHeader, encodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { isSafeKdf } from '#shared/vault/kdf.ts'
import { readHeader, withChecksum } from '#tests/support/vault/oracle/oracle-header.ts'

const u32 = fc.nat(2 ** 32 - 1)
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const slot = { slotGeneration: u32, sealedKey: fc.uint8Array({ maxLength: 600 }) }
const header: fc.Arbitrary<VaultHeader> = fc.record({
  generation: u32,
  vaultId: bytes(16),
  epoch: u32,
  passphrase: fc.record({
    ...slot,
    kdf: fc.record({
      memoryKiB: fc.oneof(u32, fc.integer({ min: 65_536, max: 1_048_576 })),
      passes: fc.oneof(u32, fc.integer({ min: 3, max: 10 })),
      lanes: fc.oneof(u32, fc.constant(1)),
      salt: fc.oneof(bytes(16), fc.uint8Array({ maxLength: 40 })),
    }),
  }),
  recovery: fc.record(slot),
})

describe('a vault header', () => {
  it('is read back as it was written, or refused for its derivation', async () => {
    await fc.assert(
      fc.asyncProperty(header, async (original) => {
        const decoded = await decodeHeader(await encodeHeader(original))
        const safe = isSafeKdf(original.passphrase.kdf)
        expect(decoded).toEqual(
          safe ? { ok: true, value: original } : { ok: false, error: { code: 'unsafe-header' } },
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is refused with any one byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(header, fc.nat(), fc.integer({ min: 1, max: 255 }), async (original, at, mask) => {
        const encoded = await encodeHeader(original)
        const index = at % encoded.length
        encoded[index] = (encoded[index] ?? 0) ^ mask
        expect(await decodeHeader(encoded)).toEqual({ ok: false, error: { code: 'damaged-header' } })
      }),
      { numRuns: 500 },
    )
  })

  it('is judged as the oracle judges it when somebody changes bytes and mends the checksum', async () => {
    await fc.assert(
      fc.asyncProperty(header, fc.nat(), fc.nat(255), async (original, at, byte) => {
        const content = Buffer.from(await encodeHeader(original)).subarray(0, -32)
        content[at % content.length] = byte
        const forged = withChecksum(content)
        const [ours, oracle] = [await decodeHeader(new Uint8Array(forged)), readHeader(forged)]
        expect(ours.ok ? 'ok' : ours.error.code).toBe('code' in oracle ? oracle.code : 'ok')
      }),
      { numRuns: 1000 },
    )
  })
})
