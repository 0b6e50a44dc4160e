import { readLabel } from '../labels/read-label.ts'
import type { ComputedNumber } from '../word/count-numbers.ts'
import type { WordBlock, WordParagraph, WordTable } from '../word/word-blocks.ts'
import { isSentence } from './sentences.ts'

/** Where in a table a line stands. */
export interface CellPlace {
  readonly row: number
  readonly cell: number
  /** The line stands above the first numbered row: a column title, not part of a clause. */
  readonly isAboveNumbers: boolean
  /** The line is the number of its row, alone in its cell. */
  readonly isRowNumber: boolean
  /** The line is the short middle cell between the number and the text. */
  readonly isRowHeading: boolean
}

/** One line of the plan: a paragraph, or a part of one that a line break and a number set off. */
export interface PlanLine {
  readonly text: string
  readonly notes: readonly string[]
  readonly number: ComputedNumber | null
  readonly look: Pick<
    WordParagraph,
    'outline' | 'isTitle' | 'isStrong' | 'isCentred' | 'isContents' | 'isTextBox' | 'indent'
  >
  readonly leadIn: number
  readonly cell: CellPlace | null
}

/** Lays the blocks of a document out as lines, tables row by row, in reading order. */
export function layOutLines(blocks: readonly WordBlock[]): readonly PlanLine[] {
  return layOut(blocks, null, { rows: 0 })
}

/** A heading run into its paragraph is no longer than this; anything longer is wording. */
const longestLeadIn = 200

/** Rows are told apart by number; nested tables count on. */
interface RowCounter {
  rows: number
}

function layOut(
  blocks: readonly WordBlock[],
  cell: CellPlace | null,
  counter: RowCounter,
): readonly PlanLine[] {
  return blocks.flatMap((block) =>
    block.block === 'table'
      ? layOutTable(block, counter)
      : splitAtNumbers(block).map((line) => ({ ...line, cell })),
  )
}

function layOutTable(table: WordTable, counter: RowCounter): readonly PlanLine[] {
  const numberCells = table.rows.map((row) => numberCellOf(row.cells))
  const firstNumbered = numberCells.findIndex((cell) => cell !== null)
  return table.rows.flatMap((row, rowIndex) => {
    counter.rows += 1
    const rowId = counter.rows
    const numberCell = numberCells[rowIndex] ?? null
    const isAboveNumbers =
      firstNumbered !== -1 && (rowIndex < firstNumbered || row.isHeader) && numberCell === null
    const headingCell = numberCell === null ? null : headingCellOf(row.cells, numberCell)
    return row.cells.flatMap((blocks, index) => {
      const place: CellPlace = {
        row: rowId,
        cell: index,
        isAboveNumbers,
        isRowNumber: index === numberCell,
        isRowHeading: index === headingCell,
      }
      return layOut(blocks, place, counter)
    })
  })
}

/** The first cell with anything in it, when that is nothing but a number. */
function numberCellOf(cells: readonly (readonly WordBlock[])[]): number | null {
  const first = cells.findIndex((blocks) => blocks.length > 0)
  const hasMore = cells.slice(first + 1).some((blocks) => blocks.length > 0)
  const [only, ...others] = cells[first] ?? []
  if (only?.block !== 'paragraph' || others.length > 0 || !hasMore) return null
  if (only.text === '') return only.number !== null && only.number.kind !== 'bullet' ? first : null
  const label = only.number === null ? readLabel(only.text) : null
  return label?.rest === '' ? first : null
}

/** In rows of number, topic and provision, the topic is the heading. */
function headingCellOf(cells: readonly (readonly WordBlock[])[], numberCell: number): number | null {
  const [heading, ...others] = cells[numberCell + 1] ?? []
  const hasText = cells.slice(numberCell + 2).some((blocks) => blocks.length > 0)
  const isShort = heading?.block === 'paragraph' && heading.text.length <= 80 && !/[.;]$/.test(heading.text)
  return isShort &&
    others.length === 0 &&
    hasText &&
    heading.number === null &&
    readLabel(heading.text) === null
    ? numberCell + 1
    : null
}

/** A paragraph whose lines, set off by line breaks, begin with numbers of their own reads as that many paragraphs. */
function splitAtNumbers(paragraph: WordParagraph): readonly Omit<PlanLine, 'cell'>[] {
  const {
    text,
    notes,
    number,
    leadIn,
    outline,
    isTitle,
    isStrong,
    isCentred,
    isContents,
    isTextBox,
    indent,
  } = paragraph
  const look = { outline, isTitle, isStrong, isCentred, isContents, isTextBox, indent }
  const pieces: string[] = []
  for (const line of text.split('\n')) {
    const label = pieces.length === 0 ? null : readLabel(line)
    const opens = label !== null && !label.isWeak && label.rest !== ''
    if (pieces.length === 0 || opens) pieces.push(line)
    else pieces.push(`${pieces.pop() ?? ''}\n${line}`)
  }
  return pieces.map((piece, index) => ({
    text: piece.trim(),
    notes: notes.filter((note) => noteStandsIn(note, piece)),
    number: index === 0 ? number : null,
    look,
    leadIn: index === 0 && leadIn > 0 && leadIn <= longestLeadIn ? leadIn : headingLineOf(piece.trim()),
  }))
}

/** How long the first line is when a line break sets it off as a heading; 0 when it is wording like the rest. */
function headingLineOf(piece: string): number {
  const length = piece.indexOf('\n')
  if (length === -1 || length > 120) return 0
  const first = piece.slice(0, length)
  const words = readLabel(first)?.rest ?? first
  const isHeading =
    /^\p{Lu}/u.test(words) && !/[.;:,!?]$/.test(words.trimEnd()) && words.split(/\s+/).length <= 8
  const behind = piece.slice(length + 1)
  return isHeading && /^[^\p{L}]*\p{Lu}/u.test(behind) && isSentence(behind) ? length : 0
}

function noteStandsIn(note: string, piece: string): boolean {
  return piece.includes(note.slice(0, note.indexOf(' ')))
}
