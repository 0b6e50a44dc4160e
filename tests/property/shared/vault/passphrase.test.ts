import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { passphraseToBytes } from '#shared/vault/kdf.ts'
import { formatRecoveryKey, parseRecoveryKey } from '#shared/vault/recovery-key.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const letters = fc.string({
  unit: fc.constantFrom('é', 'ö', 'Å', 'ñ', 'ﬁ', 'ｋ', '한', 'か゚', 'ṩ', 'a', 'Z', ' ', '1', '🏡'),
  maxLength: 40,
})

describe('a passphrase', () => {
  it('is the same in every form of the same text', () => {
    fc.assert(
      fc.property(fc.oneof(text, letters), (typed) => {
        const forms = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) =>
          passphraseToBytes(typed.normalize(form)),
        )
        for (const form of forms) expect(form).toEqual(passphraseToBytes(typed))
      }),
      { numRuns: 2000 },
    )
  })

  it('is another one as soon as the text is', () => {
    fc.assert(
      fc.property(
        letters,
        fc.nat(),
        fc.constantFrom('', ' ', 'x', '\u0301', '\u200b', 'е'),
        (typed, at, extra) => {
          const changed = `${typed.slice(0, at % (typed.length + 1))}${extra}${typed.slice(at % (typed.length + 1))}`
          const same = changed.normalize('NFKC') === typed.normalize('NFKC')
          const bytes = (value: string) => {
            const result = passphraseToBytes(value)
            return result.ok ? Buffer.from(result.value).toString('hex') : ''
          }
          // A pair that was cut in two is the one thing that has no bytes of its own.
          if (changed.isWellFormed()) expect(bytes(changed) === bytes(typed)).toBe(same)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a recovery key on paper', () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

  it('is read back from what was printed, however it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        fc.boolean(),
        fc.constantFrom('-', ' ', '', ' - ', '\n'),
        async (bytes, lower, joint) => {
          const printed = (await formatRecoveryKey(bytes)).replaceAll('-', joint)
          const parsed = await parseRecoveryKey(lower ? printed.toLowerCase() : printed)
          expect(parsed).toEqual({ ok: true, value: bytes })
        },
      ),
    )
  })

  it('notices nearly every slip of one character', async () => {
    let missed = 0
    await fc.assert(
      fc.asyncProperty(
        key,
        fc.nat(55),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        async (bytes, at, other) => {
          const printed = (await formatRecoveryKey(bytes)).replaceAll('-', '')
          const slipped = printed.slice(0, at) + other + printed.slice(at + 1)
          if (slipped !== printed && (await parseRecoveryKey(slipped)).ok) missed++
        },
      ),
      { numRuns: 2000 },
    )
    // The checksum has 20 bits: one slip in a million gets through, and then the vault refuses it.
    expect(missed).toBeLessThanOrEqual(1)
  })
})
