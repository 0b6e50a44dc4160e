import { BorderStyle, HeadingLevel, PageBreak, Paragraph, Tab, TextRun } from 'docx'
import type { Table } from 'docx'

import { isRightToLeft } from '#shared/documents/clean-text.ts'
import { ink } from '#shared/documents/ink.ts'
import type { Block, FieldsBlock, NumberedBlock } from '#shared/documents/model.ts'

import type { WordPlace } from './word-place.ts'
import { bulletList, twips, wordStyle } from './word-units.ts'
import { wordTable } from './word-table.ts'
import { wordText } from './word-text.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const PARAGRAPHS = { body: wordStyle.body, quote: wordStyle.quote, note: wordStyle.note } as const

/** Renders one block of a clean model. */
export function wordBlock(block: Block, place: WordPlace): (Paragraph | Table)[] {
  const { keepsWithNext } = place
  switch (block.type) {
    case 'paragraph':
      return [styled(PARAGRAPHS[block.style], block.text, keepsWithNext)]
    case 'numbered':
      return numbered(block, keepsWithNext)
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          ...direction(block.text),
          children: wordText(block.text),
        }),
      ]
    case 'table':
      return wordTable(block, place)
    case 'fields':
      return fields(block, keepsWithNext)
    case 'list':
      return bullets(block.items, keepsWithNext)
    case 'signature':
      return signature(block.lines)
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** A paragraph of one style, set from right to left when its text is. */
export function styled(style: string, text: string, keepNext = false): Paragraph {
  return new Paragraph({ style, ...direction(text), ...keeping(keepNext), children: wordText(text) })
}

function direction(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

function keeping(keepNext: boolean): { keepNext?: true } {
  return keepNext ? { keepNext: true } : {}
}

// The number is text behind a hanging indent, not a Word list: list numbers are lost by most programs that read
// the text back, and a parent must be able to cite the number. See tests/integration/documents/read-back.libreoffice.test.ts.
function numbered({ number, text, note }: NumberedBlock, keepsWithNext: boolean): Paragraph[] {
  const main = new Paragraph({
    style: wordStyle.numbered,
    ...direction(text),
    ...keeping(keepsWithNext || note !== undefined),
    children: [new TextRun({ bold: true, children: [number, new Tab()] }), ...wordText(text)],
  })
  return note === undefined ? [main] : [main, styled(wordStyle.numberedNote, note, keepsWithNext)]
}

function fields({ items }: FieldsBlock, keepsWithNext: boolean): Paragraph[] {
  return items.map(({ label, value }, index) => {
    const isLast = index === items.length - 1
    return new Paragraph({
      style: wordStyle.field,
      // The last line keeps its distance from what follows.
      ...(isLast ? { spacing: { after: twips(7) } } : {}),
      ...keeping(keepsWithNext && isLast),
      ...direction(value),
      children: [new TextRun({ color: ink.muted, children: [label, new Tab()] }), ...wordText(value)],
    })
  })
}

function bullets(items: readonly string[], keepsWithNext: boolean): Paragraph[] {
  return items.map(
    (text, index) =>
      new Paragraph({
        style: wordStyle.bullet,
        numbering: { reference: bulletList, level: 0, custom: true },
        ...direction(text),
        ...keeping(keepsWithNext && index === items.length - 1),
        children: wordText(text),
      }),
  )
}

function signature(lines: readonly string[]): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 6, color: ink.text, space: 4 }
  const first = {
    spacing: { before: twips(44), after: twips(1) },
    indent: { right: twips(220) },
    border: { top: rule },
  }
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: wordStyle.signature,
        ...keeping(index < lines.length - 1),
        ...(index === 0 ? first : {}),
        children: wordText(line),
      }),
  )
}
