import { describe, expect, it } from 'vitest'
import { estimate, randomBelow, words } from '#renderer/data/passphrase/estimate.ts'
import { generatePassphrase, passphraseStrength } from '#renderer/data/passphrase/index.ts'

describe('a generated passphrase', () => {
  it('is drawn from 7,776 different short words', () => {
    expect(words).toHaveLength(7776)
    expect(new Set(words).size).toBe(7776)
    expect(words.filter((word) => !/^[a-z]+(-[a-z]+)?$/.test(word) || word.length > 10)).toEqual([])
  })

  it('has six of them, other ones each time', async () => {
    const [first, second] = [await generatePassphrase(), await generatePassphrase()]
    expect(first.split(' ')).toHaveLength(6)
    expect(first.split(' ').every((word) => words.includes(word))).toBe(true)
    expect(first).not.toBe(second)
  })

  it('draws every word equally: what lies beyond the last whole multiple is drawn again', () => {
    const drawn = [
      [0xff, 0xff],
      [0xf3, 0x00],
      [0xf2, 0xff],
    ].map((bytes) => Uint8Array.from(bytes))
    expect(randomBelow(7776, () => drawn.shift() ?? new Uint8Array(2))).toBe(0xf2ff % 7776)
    const counts = new Uint32Array(7776)
    for (let value = 0; value < 0x10000; value++) {
      const bytes = [Uint8Array.of(value >> 8, value & 255), new Uint8Array(2)]
      if (value >= 0x10000 - (0x10000 % 7776)) continue
      const drawn = randomBelow(7776, () => bytes.shift() ?? new Uint8Array(2))
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    expect(new Set(counts)).toEqual(new Set([8]))
  })
})

describe('the strength of a passphrase', () => {
  it.each(['password1234', 'qwertyuiop123', 'jennifer1985!', 'aaaaaaaaaaaaaaaa'])(
    'of %s is low',
    async (passphrase) => {
      expect((await passphraseStrength(passphrase)).score).toBeLessThan(3)
    },
  )

  it('of six random words is the highest', async () => {
    expect((await passphraseStrength(await generatePassphrase())).score).toBe(4)
  })

  it('of something very long is told, and not by looking at all of it', () => {
    expect(estimate('x'.repeat(100_000)).score).toBeLessThan(3)
  })
})
