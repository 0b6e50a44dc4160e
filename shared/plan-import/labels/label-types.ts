import type { NumberKind } from '../word/number-format.ts'

/** One way to read a single number: `i` is the ninth letter or the first Roman numeral. */
export interface Reading {
  readonly kind: NumberKind
  readonly value: number
}

/** The number in front of a paragraph, whether typed by hand or worked out from a list. */
export interface PlanLabel {
  /** As printed, `7.2.` or `(a)`. */
  readonly printed: string
  /** Without signs and end marks: `7.2`, `a`, `IV`. */
  readonly core: string
  /** A word that belongs to the citation because it opens a numbering of its own: `Article`, `Schedule`. */
  readonly word: string | null
  /** How it looks apart from its value; labels of one sequence look alike. */
  readonly shape: string
  /** The ways to read it; empty when it says its whole place by itself. */
  readonly readings: readonly Reading[]
  /** Its place from the outermost level down, when it says it by itself; else empty. */
  readonly components: readonly string[]
  /** Where Word's own list says it stands; null for typed numbers. */
  readonly list: { readonly id: string; readonly depth: number } | null
}

/** A typed number as it looks before the rest of the document has been asked whether it can be one. */
export interface LabelCandidate {
  readonly label: PlanLabel
  readonly rest: string
  /** A weak candidate counts only when its neighbour in the sequence is there too. */
  readonly isWeak: boolean
}
