import { BorderStyle } from 'docx'
import type { IParagraphStyleOptions } from 'docx'

import { ink } from '#shared/documents/ink.ts'
import type { PageMeasures } from '#shared/documents/page-measures.ts'

import { halfPoints, spacing, twips, wordStyle } from './word-units.ts'

/** Styles of what stands between the margins, below the headings. */
export function textStyles(measures: PageMeasures): readonly IParagraphStyleOptions[] {
  return [...proseStyles(measures), ...numberedStyles(measures), ...tabularStyles(measures)].map((style) => ({
    basedOn: 'Normal',
    quickFormat: true,
    ...style,
  }))
}

function proseStyles(measures: PageMeasures): readonly IParagraphStyleOptions[] {
  const small = { size: halfPoints(measures.textPt - 1), color: ink.muted, italics: true }
  const border = { left: { style: BorderStyle.SINGLE, size: 8, color: ink.hairline, space: 10 } }
  const indent = { left: twips(22), right: twips(22) }
  const after = spacing(measures)
  return [
    { id: wordStyle.body, name: 'Body Text', paragraph: { spacing: after } },
    { id: wordStyle.quote, name: 'Quote', paragraph: { spacing: after, indent, border } },
    { id: wordStyle.note, name: 'Note', run: small, paragraph: { spacing: after } },
    {
      id: wordStyle.bullet,
      name: 'List Bullet',
      paragraph: { spacing: spacing(measures, 0, measures.gapPt / 2) },
    },
    {
      id: wordStyle.signature,
      name: 'Signature Line',
      paragraph: { keepLines: true, spacing: spacing(measures, 0, 1) },
    },
  ]
}

function numberedStyles(measures: PageMeasures): readonly IParagraphStyleOptions[] {
  const small = { size: halfPoints(measures.textPt - 1), color: ink.muted }
  return [
    {
      id: wordStyle.numbered,
      name: 'Numbered Paragraph',
      paragraph: { spacing: spacing(measures), ...hanging(28) },
    },
    {
      id: wordStyle.numberedNote,
      name: 'Numbered Note',
      run: small,
      paragraph: { spacing: spacing(measures), indent: { left: twips(28) } },
    },
  ]
}

function tabularStyles(measures: PageMeasures): readonly IParagraphStyleOptions[] {
  const small = halfPoints(measures.textPt - 1)
  const row = spacing(measures, 2, 2)
  return [
    {
      id: wordStyle.field,
      name: 'Field Line',
      paragraph: { spacing: spacing(measures, 0, measures.gapPt / 2.5), ...hanging(128) },
    },
    { id: wordStyle.tableText, name: 'Table Text', run: { size: small }, paragraph: { spacing: row } },
    {
      id: wordStyle.tableHeader,
      name: 'Table Header',
      run: { size: small, bold: true },
      paragraph: { keepNext: true, spacing: row },
    },
  ]
}

/** A label or number in the margin, the text behind a tab. */
function hanging(widthPt: number) {
  const width = twips(widthPt)
  return { indent: { left: width, hanging: width }, tabStops: [{ type: 'left' as const, position: width }] }
}
