/** How good a passphrase is: 0 to 4, and what would help. */
export interface PassphraseStrength {
  readonly score: 0 | 1 | 2 | 3 | 4
  /** `guessable`: words, names or patterns that guessers try first. `longer`: more of it would help. */
  readonly hint: 'guessable' | 'longer' | undefined
}
