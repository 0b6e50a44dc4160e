import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'

import { isRightToLeft } from '#shared/documents/clean-text.ts'
import { ink } from '#shared/documents/ink.ts'
import type { TableBlock } from '#shared/documents/model.ts'
import { columnShares } from '#shared/documents/page-measures.ts'

import type { WordPlace } from './word-place.ts'
import { twips, wordStyle } from './word-units.ts'
import { wordText } from './word-text.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: ink.hairline }
const RULE = { style: BorderStyle.SINGLE, size: 8, color: ink.text }

/** A table with its caption above: the header row repeats on each page and no row is cut by a page break. */
export function wordTable(
  block: TableBlock,
  { textWidthPt, keepsWithNext }: WordPlace,
): (Paragraph | Table)[] {
  const shares = columnShares(block.columns.length, block.widths)
  const widths = shares.map((share) => twips((textWidthPt * share) / 100))
  const header = row(block.columns, widths, { isHeader: true, keepNext: true })
  const rows = block.rows.map((cells, index) => {
    const keepNext = keepsWithNext && index >= block.rows.length - 2
    return row(fit(cells, widths.length), widths, { isHeader: false, keepNext })
  })
  // Two tables that touch become one table in Word: a line of air keeps them apart.
  const air = new Paragraph({
    style: wordStyle.tableText,
    ...(keepsWithNext ? { keepNext: true } : {}),
    children: [],
  })
  const caption = new Paragraph({ style: wordStyle.caption, children: wordText(block.caption) })
  return [...(block.caption === '' ? [] : [caption]), ruledTable([header, ...rows], widths), air]
}

function ruledTable(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: RULE,
      bottom: RULE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: HAIRLINE,
    },
    margins: { left: twips(5), right: twips(5), top: twips(1), bottom: twips(1) },
  })
}

interface RowPlace {
  readonly isHeader: boolean
  readonly keepNext: boolean
}

function row(
  cells: readonly string[],
  widths: readonly number[],
  { isHeader, keepNext }: RowPlace,
): TableRow {
  const isShort = cells.every((text) => text.length <= LONGEST_TO_KEEP)
  return new TableRow({
    cantSplit: isShort,
    // A header row that fills the page would leave no room for the rows.
    tableHeader: isHeader && isShort,
    keepNext: keepNext && isShort,
    children: cells.map(
      (text, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          ...(isHeader
            ? {
                shading: {
                  fill: ink.shade,
                  type: 'clear' as const,
                  color: 'auto',
                },
              }
            : {}),
          children: [
            new Paragraph({
              style: isHeader && isShort ? wordStyle.tableHeader : wordStyle.tableText,
              ...(isRightToLeft(text) ? { bidirectional: true } : {}),
              children: wordText(text),
            }),
          ],
        }),
    ),
  })
}

// A row taller than a page that may not split is cut off at the foot of the page: such a row may split.
const LONGEST_TO_KEEP = 600

function fit(cells: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => cells[index] ?? '')
}
