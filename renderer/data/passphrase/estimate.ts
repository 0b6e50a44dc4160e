import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { randomBytes } from '#shared/vault/primitives.ts'
import type { PassphraseStrength } from './strength.ts'

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  // Longer passphrases are not weaker; the time of the estimate grows with the square of the length.
  maxLength: 128,
})

/** The long list of the Electronic Frontier Foundation: 7,776 words, so that each adds 12.9 bits. */
export const words: readonly string[] = common['diceware-common']

/** Estimates offline how hard a passphrase is to guess. */
export function estimate(passphrase: string): PassphraseStrength {
  const { score, feedback } = estimator.check(passphrase)
  return { score, hint: feedback.warning ? 'guessable' : score < 3 ? 'longer' : undefined }
}

/** Draws words without bias. */
export function drawWords(count: number): readonly string[] {
  return Array.from({ length: count }, () => words[randomBelow(words.length)] ?? '')
}

/** An even random number below `limit` (at most 65,536): numbers beyond the last whole multiple are drawn again. */
export function randomBelow(limit: number, random: (bytes: number) => Uint8Array = randomBytes): number {
  const even = 0x10000 - (0x10000 % limit)
  for (;;) {
    const [high = 0, low = 0] = random(2)
    const drawn = high * 256 + low
    if (drawn < even) return drawn % limit
  }
}
