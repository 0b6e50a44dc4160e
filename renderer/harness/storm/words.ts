/**
 * The word with this number: begins like every canary and goes on with what the seed gives, so that nobody has to send
 * it to this page.
 */
export function wordOf(seed: number, index: number): string {
  let state = (seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0
  const letters = Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 'abcdefghijkmnpqrstuvwxyz'.charAt(state % 24)
  })
  // Put together here, so that the code of this page is no canary itself.
  return ['Qzv', 'Xkw', ...letters].join('')
}

/** The passphrase that goes with a seed. */
export function passphraseOf(seed: number): string {
  return wordOf(seed, 1_000_000)
}
