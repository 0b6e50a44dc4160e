import type { PassphraseStrength } from './strength.ts'

/** Words in a generated passphrase: 77 bits. */
export const generatedWords = 6

/** Estimates a passphrase offline. The word lists are large and come in a chunk of their own at the first use. */
export async function passphraseStrength(passphrase: string): Promise<PassphraseStrength> {
  const { estimate } = await import('./estimate.ts')
  return estimate(passphrase)
}

/** Offers six random words out of 7,776. */
export async function generatePassphrase(): Promise<string> {
  const { drawWords } = await import('./estimate.ts')
  return drawWords(generatedWords).join(' ')
}
