import { AlignmentType, BorderStyle, LevelFormat, LineRuleType } from 'docx'
import type { INumberingOptions, IStylesOptions } from 'docx'

import { ink } from '#shared/documents/ink.ts'
import type { PageMeasures } from '#shared/documents/page-measures.ts'

/** Ids of the paragraph styles of every document; a reader sees their names in Word's style list. */
export const wordStyle = {
  body: 'BodyText',
  quote: 'Quote',
  note: 'Note',
  numbered: 'NumberedParagraph',
  numberedNote: 'NumberedNote',
  bullet: 'ListBullet',
  caption: 'Caption',
  field: 'FieldLine',
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  letterheadName: 'LetterheadName',
  letterhead: 'Letterhead',
  cause: 'StyleOfCause',
  signature: 'SignatureLine',
  header: 'Header',
  footer: 'Footer',
  draft: 'DraftMark',
} as const

/** Font of every document. Where it is missing, the font table names what to take instead. */
export const wordFont = 'Cambria'
export const wordFontAlternatives = 'Caladea,Source Serif 4,Georgia,Noto Serif,DejaVu Serif'
export const bulletList = 'bullets'

/** Twentieths of a point, Word's unit of length. */
export const twips = (points: number): number => Math.round(points * 20)
/** Half points, Word's unit of type size. */
export const halfPoints = (points: number): number => Math.round(points * 2)

/** Builds the style sheet of a document for the measures of its page. */
export function wordStyles(measures: PageMeasures, language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: wordFont,
          size: halfPoints(measures.textPt),
          color: ink.text,
          language: {
            value: language,
            eastAsia: language,
            bidirectional: language,
          },
        },
        paragraph: { spacing: leading(measures) },
      },
      ...headingStyles(measures),
    },
    paragraphStyles: [...textStyles(measures), ...furnitureStyles(measures)],
    characterStyles: [
      {
        id: wordStyle.draft,
        name: 'Draft Mark',
        run: { size: halfPoints(8), color: ink.draft, bold: true, characterSpacing: 12 },
      },
    ],
  }
}

/** The one list definition: a plain round bullet. Numbers of paragraphs are text, so that every reader keeps them. */
export function wordNumbering(measures: PageMeasures): INumberingOptions {
  const level = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '\u2022',
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: { indent: { left: twips(22), hanging: twips(14) } },
      run: { size: halfPoints(measures.textPt) },
    },
  }
  return { config: [{ reference: bulletList, levels: [level] }] }
}

function leading(measures: PageMeasures, before = 0, after = measures.gapPt) {
  return {
    before: twips(before),
    after: twips(after),
    line: Math.round(240 * measures.leading * WORD_LEADING),
    lineRule: LineRuleType.AUTO,
  }
}

// A book face carries about a fifth of its size as built-in line gap: Word counts lines from that, style sheets do not.
const WORD_LEADING = 1 / 1.17

function headingStyles(measures: PageMeasures): NonNullable<IStylesOptions['default']> {
  const { scale } = measures
  const heading = (size: number, before: number, after: number) => ({
    quickFormat: true,
    run: {
      font: wordFont,
      size: halfPoints(size),
      color: ink.text,
      bold: true,
    },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: leading(measures, before * scale, after * scale),
    },
  })
  const title = heading(21 * (0.4 + 0.6 * scale), 14, 8)
  return {
    title: { ...title, run: { ...title.run, bold: false } },
    heading1: heading(measures.textPt + 2, 15, 5),
    heading2: heading(measures.textPt + 0.5, 11, 4),
    heading3: {
      ...heading(measures.textPt, 8, 3),
      run: {
        size: halfPoints(measures.textPt),
        italics: true,
        bold: false,
        color: ink.text,
      },
    },
    caption: {
      quickFormat: true,
      run: {
        size: halfPoints(measures.textPt - 1),
        bold: false,
        italics: true,
        color: ink.muted,
      },
      paragraph: {
        keepNext: true,
        spacing: leading(measures, 6 * scale, 4 * scale),
      },
    },
  }
}

function textStyles(measures: PageMeasures) {
  const normal = { basedOn: 'Normal', quickFormat: true }
  const small = halfPoints(measures.textPt - 1)
  const body = leading(measures)
  return [
    {
      ...normal,
      id: wordStyle.body,
      name: 'Body Text',
      paragraph: { spacing: body },
    },
    {
      ...normal,
      id: wordStyle.quote,
      name: 'Quote',
      run: { color: ink.text },
      paragraph: {
        spacing: body,
        indent: { left: twips(22), right: twips(22) },
        border: {
          left: {
            style: BorderStyle.SINGLE,
            size: 8,
            color: ink.hairline,
            space: 10,
          },
        },
      },
    },
    {
      ...normal,
      id: wordStyle.note,
      name: 'Note',
      run: { size: small, color: ink.muted, italics: true },
      paragraph: { spacing: body },
    },
    {
      ...normal,
      id: wordStyle.numbered,
      name: 'Numbered Paragraph',
      paragraph: {
        spacing: body,
        indent: { left: twips(28), hanging: twips(28) },
        tabStops: [{ type: 'left' as const, position: twips(28) }],
      },
    },
    {
      ...normal,
      id: wordStyle.numberedNote,
      name: 'Numbered Note',
      run: { size: small, color: ink.muted },
      paragraph: { spacing: body, indent: { left: twips(28) } },
    },
    {
      ...normal,
      id: wordStyle.bullet,
      name: 'List Bullet',
      paragraph: { spacing: leading(measures, 0, measures.gapPt / 2) },
    },
    {
      ...normal,
      id: wordStyle.field,
      name: 'Field Line',
      paragraph: {
        spacing: leading(measures, 0, measures.gapPt / 2.5),
        indent: { left: twips(FIELD_LABEL_PT), hanging: twips(FIELD_LABEL_PT) },
        tabStops: [{ type: 'left' as const, position: twips(FIELD_LABEL_PT) }],
      },
    },
    {
      ...normal,
      id: wordStyle.tableText,
      name: 'Table Text',
      run: { size: small },
      paragraph: { spacing: leading(measures, 2, 2) },
    },
    {
      ...normal,
      id: wordStyle.tableHeader,
      name: 'Table Header',
      run: { size: small, bold: true, color: ink.text },
      paragraph: { keepNext: true, spacing: leading(measures, 2, 2) },
    },
    {
      ...normal,
      id: wordStyle.signature,
      name: 'Signature Line',
      paragraph: { keepLines: true, spacing: leading(measures, 0, 1) },
    },
  ]
}

const FIELD_LABEL_PT = 128

function furnitureStyles(measures: PageMeasures) {
  const normal = { basedOn: 'Normal', quickFormat: true }
  const centred = { alignment: AlignmentType.CENTER, keepNext: true }
  const tiny = { size: halfPoints(8), color: ink.muted }
  return [
    {
      ...normal,
      id: wordStyle.letterheadName,
      name: 'Letterhead Name',
      run: { size: halfPoints(13), color: ink.accent, characterSpacing: 16 },
      paragraph: { ...centred, spacing: leading(measures, 0, 1) },
    },
    {
      ...normal,
      id: wordStyle.letterhead,
      name: 'Letterhead',
      run: { size: halfPoints(8.5), color: ink.muted },
      paragraph: { ...centred, spacing: leading(measures, 0, 0) },
    },
    {
      ...normal,
      id: wordStyle.cause,
      name: 'Style of Cause',
      paragraph: { spacing: leading(measures, 0, 1) },
    },
    {
      ...normal,
      id: wordStyle.header,
      name: 'header',
      run: tiny,
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    {
      ...normal,
      id: wordStyle.footer,
      name: 'footer',
      run: tiny,
      paragraph: { spacing: { before: 0, after: 0 } },
    },
  ]
}
