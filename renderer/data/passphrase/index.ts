/** How good a passphrase is: 0 to 4, and what would help. */
export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4
  /** `guessable`: words, names or patterns that guessers try first. `longer`: more of it would help. */
  readonly hint: 'guessable' | 'longer' | undefined
}

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
