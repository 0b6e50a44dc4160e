import { AlignmentType } from 'docx'
import type { IParagraphStyleOptions } from 'docx'

import { ink } from '#shared/documents/ink.ts'
import type { PageMeasures } from '#shared/documents/page-measures.ts'

import { halfPoints, spacing, wordStyle } from './word-units.ts'

/** Styles of letterhead, style of cause, header and footer. */
export function furnitureStyles(measures: PageMeasures): readonly IParagraphStyleOptions[] {
  const centred = { alignment: AlignmentType.CENTER }
  const margin = {
    run: { size: halfPoints(8), color: ink.muted },
    paragraph: { spacing: { before: 0, after: 0 } },
  }
  const name = { size: halfPoints(13), color: ink.accent, characterSpacing: 16 }
  const small = { size: halfPoints(8.5), color: ink.muted }
  const styles: readonly IParagraphStyleOptions[] = [
    {
      id: wordStyle.letterheadName,
      name: 'Letterhead Name',
      run: name,
      paragraph: { ...centred, spacing: spacing(measures, 0, 1) },
    },
    {
      id: wordStyle.letterhead,
      name: 'Letterhead',
      run: small,
      paragraph: { ...centred, spacing: spacing(measures, 0, 0) },
    },
    { id: wordStyle.cause, name: 'Style of Cause', paragraph: { spacing: spacing(measures, 0, 1) } },
    { id: wordStyle.header, name: 'header', ...margin },
    { id: wordStyle.footer, name: 'footer', ...margin },
  ]
  return styles.map((style) => ({ basedOn: 'Normal', quickFormat: true, ...style }))
}
