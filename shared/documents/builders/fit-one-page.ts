import type { Block, DocumentModel, PageSetup } from '../model.ts'
import { columnShares, pageMeasures } from '../page-measures.ts'
import type { PageMeasures } from '../page-measures.ts'

const DENSITIES = ['normal', 'compact', 'tight'] as const satisfies readonly PageSetup['density'][]

/**
 * Chooses the loosest setting in which the document keeps to one page, by a cautious estimate for the widest
 * stand-in font. Warns with `longer-than-one-page` when even the tightest is too much.
 */
export function fitOnePage(model: DocumentModel): DocumentModel {
  for (const density of DENSITIES) {
    const page = { ...model.page, density }
    const measures = pageMeasures(page)
    const room = measures.heightPt - measures.marginTopPt - measures.marginBottomPt
    if (estimatedHeightPt(model, measures) <= room) return { ...model, page }
  }
  return {
    ...model,
    page: { ...model.page, density: 'tight' },
    warnings: [...model.warnings, 'longer-than-one-page'],
  }
}

/** Estimated height of all that stands between the margins. */
export function estimatedHeightPt(model: DocumentModel, m: PageMeasures): number {
  const width = m.widthPt - 2 * m.marginSidePt
  const head = model.letterhead.length === 0 ? 0 : 20 * m.leading + (model.letterhead.length - 1) * 11.5 + 24
  const cause = model.caption.reduce(
    (sum, line) => sum + linesOf(line, width, m.textPt) * m.textPt * m.leading + 1,
    0,
  )
  const titlePt = 21 * (0.4 + 0.6 * m.scale)
  const title = linesOf(model.title, width, titlePt) * titlePt * m.leading + 22 * m.scale
  return model.blocks.reduce((sum, block) => sum + blockHeightPt(block, width, m), head + cause + title)
}

function blockHeightPt(block: Block, width: number, m: PageMeasures): number {
  const line = m.textPt * m.leading
  const text = (words: string, indent = 0) => linesOf(words, width - indent, m.textPt) * line
  switch (block.type) {
    case 'paragraph':
      return text(block.text, block.style === 'quote' ? 44 : 0) + m.gapPt
    case 'heading':
      // The space before it swallows the space after the block above.
      return linesOf(block.text, width, m.textPt + 2) * (m.textPt + 2) * m.leading + 20 * m.scale - m.gapPt
    case 'numbered':
      return text(block.text, 28) + m.gapPt + (block.note === undefined ? 0 : text(block.note, 28) + m.gapPt)
    case 'list':
      return block.items.reduce((sum, item) => sum + text(item, 22) + m.gapPt / 2, 0)
    case 'fields':
      return block.items.reduce((sum, { value }) => sum + text(value, 128) + m.gapPt / 2, m.gapPt)
    case 'signature':
      return 48 + block.lines.length * (line + 1)
    case 'table': {
      const shares = columnShares(block.columns.length, block.widths)
      const rowHeight = (row: readonly string[]) =>
        Math.max(
          ...row.map((cell, at) => linesOf(cell, ((shares[at] ?? 0) / 100) * width - 10, m.textPt - 1)),
        ) *
          (m.textPt - 1) *
          m.leading +
        6
      return [block.columns, ...block.rows].reduce(
        (sum, row) => sum + rowHeight(row),
        (block.caption === '' ? 0 : line) + line + 4,
      )
    }
    case 'page-break':
      return Number.POSITIVE_INFINITY
  }
}

/** Lines that a text takes at a width. */
function linesOf(text: string, width: number, sizePt: number): number {
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((emsOf(line) * sizePt * RAGGED) / Math.max(width, 1))),
      0,
    )
}

// The widest common stand-in (DejaVu Serif) takes 0.555 em a letter of English; a ragged right edge wastes a little more.
const LETTER_EM = 0.555
const RAGGED = 1.01

function emsOf(line: string): number {
  let ems = 0
  for (const letter of line)
    ems += (letter.codePointAt(0) ?? 0) >= 0x1100 && !/[\u2010-\u2027]/.test(letter) ? 1.1 : LETTER_EM
  return ems
}
