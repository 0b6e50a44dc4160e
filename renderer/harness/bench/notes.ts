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

const words =
  'the parent reports exchange late school holiday summer schedule proposal child plan paragraph agreed refused telephone dentist soccer grandmother weekend return Sunday evening minutes message answer clause authority session next step written summary'.split(
    ' ',
  )

/** The same notes on each machine: text of 1.2 KB that compresses like prose, 200 notes to a case. */
export function makeNotes(count: number, seed: number): readonly BenchNote[] {
  const random = mulberry32(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: `note-${String(seed)}-${String(index).padStart(6, '0')}`,
    caseId: `case-${String(Math.floor(index / notesPerCase))}`,
    title: `${sentence(random, 30)} ${String(index)}`,
    heldOn: new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 900))).toISOString().slice(0, 10),
    tier: random() < 0.8 ? 'shared' : 'private',
    minutes: 15 * (1 + Math.floor(random() * 6)),
    people: ['A', 'B'],
    text: sentence(random, textLength),
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

function sentence(random: () => number, length: number): string {
  let text = ''
  while (text.length < length) text += `${words[Math.floor(random() * words.length)] ?? ''} `
  return text.slice(0, length)
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
