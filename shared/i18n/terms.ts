/** The word that a practice uses for the people between whom it works. */
export type Terminology = 'parent' | 'party'

const words = {
  parent: { parent: 'parent', parents: 'parents', Parent: 'Parent', Parents: 'Parents' },
  party: { parent: 'party', parents: 'parties', Parent: 'Party', Parents: 'Parties' },
} as const satisfies Record<Terminology, Record<string, string>>

/** Gives the words that fill `{{parent}}`, `{{parents}}`, `{{Parent}}` and `{{Parents}}` in the catalogue. */
export function wordsFor(terminology: Terminology): Readonly<Record<string, string>> {
  return words[terminology]
}
