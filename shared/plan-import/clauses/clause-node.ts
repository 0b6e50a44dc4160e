import type { PlanLabel, Reading } from '../labels/label-types.ts'

/** A clause in the tree that the numbers describe. */
export interface ClauseNode {
  /** The line its number stands on. */
  readonly at: number
  readonly label: PlanLabel
  /** How its number is read; null when the number says its whole place by itself. */
  readonly reading: Reading | null
  readonly parent: ClauseNode | null
  readonly level: number
  readonly indent: number
  /** The unnumbered heading it stands under, if any. */
  readonly section: string | null
}

/** A number ahead in the document, for telling what an ambiguous one means. */
export interface Upcoming {
  readonly label: PlanLabel
  readonly indent: number
}

/** The number to place and what is known around it. */
export interface PlaceQuestion {
  readonly label: PlanLabel
  readonly indent: number
  /** The clause opened last; its ancestors are the open clauses. */
  readonly last: ClauseNode | null
  readonly upcoming: readonly Upcoming[]
  /** An unnumbered heading stands between the last clause and this one. */
  readonly isAfterHeading: boolean
}

/** Where a number belongs, and how it is read. */
export interface Placement {
  readonly parent: ClauseNode | null
  readonly reading: Reading | null
  /** The label made whole, where the number goes on from one that named its whole place. */
  readonly label?: PlanLabel
}

/** Labels of one family can follow one another: `7.` and `8`, but not `7.` and `(8)`. */
export function familyOf(label: PlanLabel): 'plain' | 'bracket' {
  return /[()\][]/.test(label.shape) ? 'bracket' : 'plain'
}

/** From the node itself up to the outermost clause. */
export function pathOf(node: ClauseNode | null): readonly ClauseNode[] {
  const path: ClauseNode[] = []
  for (let current = node; current !== null; current = current.parent) path.push(current)
  return path
}

/** How deep a kind of number usually stands; used only where nothing better is known. */
export function rankOf(label: PlanLabel, reading: Reading): number {
  if (label.word !== null) return 0
  switch (reading.kind) {
    case 'upper-roman':
      return 1
    case 'upper-letter':
      return 2
    case 'decimal':
      return familyOf(label) === 'plain' ? 3 : 6
    case 'lower-letter':
      return 4
    default:
      return 5
  }
}

/** The place of a node as parts, whether its number says all of it or its ancestors say the rest. */
export function componentsOf(node: ClauseNode): readonly string[] {
  const { label, parent } = node
  if (label.components.length > 0)
    return label.components.filter((part, index) => part !== '0' || index === 0)
  const own = label.shape.includes('(') ? `(${label.core})` : label.core
  return [...(parent === null || parent.label.word !== null ? [] : componentsOf(parent)), own]
}

const outermost = new Set(
  'Part Schedule Appendix Annex Annexure Exhibit Attachment Addendum Title Chapter'.split(' '),
)

/** Whether a word such as `Schedule` opens a part of the paper that stands under nothing else. */
export function isOutermost(word: string | null): boolean {
  return word !== null && outermost.has(word)
}
