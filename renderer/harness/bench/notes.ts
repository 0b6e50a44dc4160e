/** One note as every subject of the bench stores it. */
export interface BenchNote {
  readonly id: string
  readonly caseId: string
  readonly title: string
  readonly heldOn: string
  readonly tier: string
  readonly minutes: number
  readonly people: readonly string[]
  readonly text: string
}

/** Everything of a note but its text. */
export type BenchNoteHead = Omit<BenchNote, 'text'>

export const notesPerCase = 200
const textLength = 1200
const vocabularySize = 8000

const frequent =
  'the to and of a in that he she it was on for her his they at is not with be as had this by from said parent child school exchange'.split(
    ' ',
  )

/**
 * The same notes on each machine: texts of 1.2 KB, 200 to a case. Words are made up and as frequent as words are, so
 * that a text shrinks under compression as English prose does (to about half in blocks of 4 KiB), not more.
 */
export function makeNotes(count: number, seed: number): readonly BenchNote[] {
  const random = mulberry32(seed)
  const words = vocabulary()
  return Array.from({ length: count }, (_, index) => ({
    id: `note-${String(seed)}-${String(index).padStart(6, '0')}`,
    caseId: `case-${String(Math.floor(index / notesPerCase))}`,
    title: `${sentence(random, words, 30)} ${String(index)}`,
    heldOn: new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 900))).toISOString().slice(0, 10),
    tier: random() < 0.8 ? 'shared' : 'private',
    minutes: 15 * (1 + Math.floor(random() * 6)),
    people: ['A', 'B'],
    text: sentence(random, words, textLength),
  }))
}

/** A number that changes when anything in a text changes. */
export function fingerprint(texts: Iterable<string>): number {
  let hash = 0x811c9dc5
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 7) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash = Math.imul(hash ^ text.length, 0x01000193)
  }
  return hash >>> 0
}

function sentence(random: () => number, words: readonly string[], length: number): string {
  const parts: string[] = []
  for (let written = 0; written < length;) {
    // Rank by a power of the size: the frequencies of words fall as in a language.
    const word = words[Math.floor(vocabularySize ** (random() ** 0.9)) - 1] ?? ''
    const part = word + (random() < 0.1 ? ', ' : random() < 0.08 ? '. ' : ' ')
    parts.push(part)
    written += part.length
  }
  return parts.join('').slice(0, length)
}

function vocabulary(): readonly string[] {
  const random = mulberry32(5)
  const letter = (letters: string) => letters[Math.floor(random() * letters.length)] ?? ''
  const syllable = () =>
    letter('bcdfghlmnprstvwy') + letter('aeiou') + (random() < 0.6 ? letter('nrstlmdck') : '')
  const made = Array.from({ length: vocabularySize - frequent.length }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) + (random() < 0.3 ? 1 : 0) }, syllable).join(''),
  )
  return [...frequent, ...made]
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
