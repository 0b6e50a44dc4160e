import { LineRuleType } from 'docx'

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

/** Line height and the space around a paragraph, in points. */
export function spacing(measures: PageMeasures, before = 0, after = measures.gapPt) {
  return {
    before: twips(before),
    after: twips(after),
    line: Math.round(240 * measures.leading * WORD_LEADING),
    lineRule: LineRuleType.AUTO,
  }
}

// A book face carries about a fifth of its size as built-in line gap: Word counts lines from that, style sheets do not.
const WORD_LEADING = 1 / 1.17
