import { describe, expect, it } from 'vitest'
import { calibrateKdf, checkNewPassphrase, passphraseToBytes } from '#shared/vault/kdf.ts'

describe('a passphrase', () => {
  it.each([
    ['composed and decomposed', 'Ångström naïve 12', 'Ångström naïve 12'.normalize('NFD')],
    ['half-width and full-width letters', 'passphrase', 'ｐａｓｓｐｈｒａｓｅ'],
    ['a ligature and its letters', 'official text', 'oﬃcial text'],
  ])('is the same text in %s form', (_, a, b) => {
    expect(passphraseToBytes(a)).toEqual(passphraseToBytes(b))
  })

  it.each([
    ['a space at the end', 'twelve words', 'twelve words '],
    ['two spaces for one', 'twelve words', 'twelve  words'],
    ['capitals', 'twelve words', 'Twelve words'],
    ['a letter that looks alike', 'twelve words', 'twеlve words'],
    ['an accent', 'resume of the case', 'résume of the case'],
    ['an invisible joiner', 'twelve words', 'twelve\u200d words'],
  ])('is another one with %s', (_, a, b) => {
    expect(passphraseToBytes(a)).not.toEqual(passphraseToBytes(b))
  })

  it('may have 1,024 bytes and not one more', () => {
    expect(passphraseToBytes('x'.repeat(1024)).ok).toBe(true)
    expect(passphraseToBytes('x'.repeat(1025))).toEqual({ ok: false, error: { code: 'passphrase-too-long' } })
    expect(passphraseToBytes('é'.repeat(513)).ok).toBe(false)
  })

  it('needs twelve characters, counted as characters', () => {
    expect(checkNewPassphrase('elevenchars')).toEqual({
      ok: false,
      error: { code: 'passphrase-too-short', atLeast: 12 },
    })
    expect(checkNewPassphrase('🏡'.repeat(11)).ok).toBe(false)
    expect(checkNewPassphrase('🏡'.repeat(12)).ok).toBe(true)
    expect(checkNewPassphrase('x'.repeat(100_000))).toEqual({
      ok: false,
      error: { code: 'passphrase-too-long' },
    })
  })
})

describe('calibration', () => {
  const start = { memoryKiB: 256 * 1024, passes: 3 }

  it('keeps what takes between 0.8 and 1.5 seconds', () => {
    expect(calibrateKdf(start, 800)).toBeUndefined()
    expect(calibrateKdf(start, 1500)).toBeUndefined()
  })

  it('halves the memory on a slow computer, down to 64 MiB', () => {
    expect(calibrateKdf(start, 2500)).toEqual({ memoryKiB: 128 * 1024, passes: 3 })
    expect(calibrateKdf(start, 4000)).toEqual({ memoryKiB: 64 * 1024, passes: 3 })
    expect(calibrateKdf(start, 60_000)).toEqual({ memoryKiB: 64 * 1024, passes: 3 })
    expect(calibrateKdf({ memoryKiB: 128 * 1024, passes: 3 }, 2000)).toEqual({
      memoryKiB: 64 * 1024,
      passes: 3,
    })
    expect(calibrateKdf({ memoryKiB: 64 * 1024, passes: 3 }, 60_000)).toBeUndefined()
  })

  it('adds passes on a fast computer, ten at most', () => {
    expect(calibrateKdf(start, 400)).toEqual({ memoryKiB: 256 * 1024, passes: 7 })
    expect(calibrateKdf(start, 790)).toEqual({ memoryKiB: 256 * 1024, passes: 4 })
    expect(calibrateKdf(start, 10)).toEqual({ memoryKiB: 256 * 1024, passes: 10 })
    expect(calibrateKdf({ memoryKiB: 256 * 1024, passes: 10 }, 10)).toBeUndefined()
  })

  it('treats a derivation without enough memory as a slow one', () => {
    expect(calibrateKdf(start, Number.POSITIVE_INFINITY)).toEqual({ memoryKiB: 128 * 1024, passes: 3 })
  })

  it('does not go back and forth when more passes turned out too slow', () => {
    expect(calibrateKdf({ memoryKiB: 256 * 1024, passes: 4 }, 1600)).toBeUndefined()
  })
})
