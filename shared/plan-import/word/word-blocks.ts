import type { ComputedNumber } from './count-numbers.ts'

/** A paragraph that shows on paper, with its changes accepted and its number worked out. */
export interface WordParagraph {
  readonly block: 'paragraph'
  readonly text: string
  /** Foot- and endnotes referred to in the text, in order, each with its mark. */
  readonly notes: readonly string[]
  readonly number: ComputedNumber | null
  /** Level as a heading, 0 for the topmost; null for body text. */
  readonly outline: number | null
  readonly isTitle: boolean
  /** All of its letters are bold, underlined or capitals. */
  readonly isStrong: boolean
  readonly isCentred: boolean
  /** It belongs to a table of contents or an index, not to the text. */
  readonly isContents: boolean
  readonly isTextBox: boolean
  /** How many characters of the text are a heading run into the same line; 0 for none. */
  readonly leadIn: number
  readonly indent: number
}

/** A row of a table; `isHeader` when Word repeats it on every page. */
export interface WordRow {
  readonly isHeader: boolean
  readonly cells: readonly (readonly WordBlock[])[]
}

/** A table, possibly with tables inside its cells. */
export interface WordTable {
  readonly block: 'table'
  readonly rows: readonly WordRow[]
}

export type WordBlock = WordParagraph | WordTable

/** What was met on the way and is not part of the text. */
export interface WordTally {
  insertions: number
  deletions: number
  comments: number
  hidden: number
  pictures: number
  embedded: number
}
