import type { WordFile } from '../package/open-word-file.ts'
import type { PageFurniture } from '../plan-types.ts'
import { childOf } from '../xml/xml-tree.ts'
import { createNumberCounter } from './count-numbers.ts'
import { createFieldNumberer } from './field-numbers.ts'
import { createNoteReader } from './notes.ts'
import { readLists } from './numbering-definitions.ts'
import { readBody, readFurnitureText } from './read-body.ts'
import { readStyles } from './styles.ts'
import type { WordBlock, WordTally } from './word-blocks.ts'

/** A Word file read as it shows on paper. */
export interface WordText {
  readonly blocks: readonly WordBlock[]
  readonly furniture: readonly PageFurniture[]
  readonly tally: Readonly<WordTally>
}

/** Reads the parts of a Word file into blocks of text with their numbers. */
export function readWord(file: WordFile): WordText {
  const styles = readStyles(file.styles)
  const tally: WordTally = { insertions: 0, deletions: 0, comments: 0, hidden: 0, pictures: 0, embedded: 0 }
  const tools = {
    styles,
    tally,
    numbers: createNumberCounter(readLists(file.numbering, styles)),
    fieldNumbers: createFieldNumberer(),
    notes: createNoteReader({ footnotes: file.footnotes, endnotes: file.endnotes, styles, tally }),
  }
  const body = childOf(file.document, 'w:body')
  const blocks = body === null ? [] : readBody(body, tools)
  const furniture = [
    ...file.headers.map((part) => ({ place: 'header' as const, text: readFurnitureText(part) })),
    ...file.footers.map((part) => ({ place: 'footer' as const, text: readFurnitureText(part) })),
  ]
  return { blocks, furniture: distinct(furniture.filter(({ text }) => text !== '')), tally }
}

function distinct(furniture: readonly PageFurniture[]): readonly PageFurniture[] {
  const seen = new Map(furniture.map((piece) => [`${piece.place}:${piece.text}`, piece]))
  return [...seen.values()]
}
