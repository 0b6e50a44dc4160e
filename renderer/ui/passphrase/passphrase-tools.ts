/** How strong a passphrase is, from 0 (guessed at once) to 4, and what would help. */
export interface Strength {
  readonly score: number
  readonly hint: 'guessable' | 'longer' | undefined
}

/** What a form for a passphrase needs from outside. */
export interface PassphraseTools {
  readonly generate: () => Promise<string>
  readonly strength: (passphrase: string) => Promise<Strength>
}
