import { BorderStyle, HeadingLevel, PageBreak, Paragraph, Tab, TextRun } from 'docx'
import type { Table } from 'docx'

import { isRightToLeft } from '#shared/documents/clean-text.ts'
import { ink } from '#shared/documents/ink.ts'
import type { Block, FieldsBlock, NumberedBlock } from '#shared/documents/model.ts'

import { bulletList, twips, wordStyle } from './word-styles.ts'
import { wordTable } from './word-table.ts'
import { wordText } from './word-text.ts'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const
const PARAGRAPHS = {
  body: wordStyle.body,
  quote: wordStyle.quote,
  note: wordStyle.note,
} as const

/** Renders one block of a clean model; `textWidthPt` is the width between the margins. */
export function wordBlock(block: Block, textWidthPt: number): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [styled(PARAGRAPHS[block.style], block.text)]
    case 'numbered':
      return numbered(block)
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          ...direction(block.text),
          children: wordText(block.text),
        }),
      ]
    case 'table':
      return wordTable(block, textWidthPt)
    case 'fields':
      return fields(block)
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            style: wordStyle.bullet,
            numbering: { reference: bulletList, level: 0, custom: true },
            ...direction(text),
            children: wordText(text),
          }),
      )
    case 'signature':
      return signature(block.lines)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** A paragraph of one style, set from right to left when its text is. */
export function styled(style: string, text: string): Paragraph {
  return new Paragraph({ style, ...direction(text), children: wordText(text) })
}

function direction(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

// The number is text behind a hanging indent, not a Word list: list numbers are lost by most programs that read
// the text back, and a parent must be able to cite the number. See tests/integration/documents/read-back.test.ts.
function numbered(block: NumberedBlock): Paragraph[] {
  const main = new Paragraph({
    style: wordStyle.numbered,
    ...direction(block.text),
    ...(block.note === undefined ? {} : { keepNext: true }),
    children: [new TextRun({ bold: true, children: [block.number, new Tab()] }), ...wordText(block.text)],
  })
  return block.note === undefined ? [main] : [main, styled(wordStyle.numberedNote, block.note)]
}

function fields(block: FieldsBlock): Paragraph[] {
  return block.items.map(
    ({ label, value }, index) =>
      new Paragraph({
        style: wordStyle.field,
        // The last line keeps its distance from what follows.
        ...(index === block.items.length - 1 ? { spacing: { after: twips(7) } } : {}),
        ...direction(value),
        children: [new TextRun({ color: ink.muted, children: [label, new Tab()] }), ...wordText(value)],
      }),
  )
}

function signature(lines: readonly string[]): Paragraph[] {
  return lines.map((line, index) => {
    const isFirst = index === 0
    return new Paragraph({
      style: wordStyle.signature,
      keepNext: index < lines.length - 1,
      ...(isFirst
        ? {
            spacing: { before: twips(44), after: twips(1) },
            indent: { right: twips(220) },
            border: {
              top: {
                style: BorderStyle.SINGLE,
                size: 6,
                color: ink.text,
                space: 4,
              },
            },
          }
        : {}),
      children: wordText(line),
    })
  })
}
