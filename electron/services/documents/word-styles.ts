import { AlignmentType, LevelFormat } from 'docx'
import type { INumberingOptions, IStylesOptions } from 'docx'

import { ink } from '#shared/documents/ink.ts'
import type { PageMeasures } from '#shared/documents/page-measures.ts'

import { furnitureStyles } from './word-furniture-styles.ts'
import { textStyles } from './word-text-styles.ts'
import { bulletList, halfPoints, spacing, twips, wordFont, wordStyle } from './word-units.ts'

type DefaultStyles = NonNullable<IStylesOptions['default']>

/** Builds the style sheet of a document for the measures of its page. */
export function wordStyles(measures: PageMeasures, language: string): IStylesOptions {
  const size = halfPoints(measures.textPt)
  const run = {
    font: wordFont,
    size,
    color: ink.text,
    language: { value: language, eastAsia: language, bidirectional: language },
  }
  const draft = { size: halfPoints(8), color: ink.draft, bold: true, characterSpacing: 12 }
  return {
    default: { document: { run, paragraph: { spacing: spacing(measures) } }, ...headingStyles(measures) },
    paragraphStyles: [...textStyles(measures), ...furnitureStyles(measures)],
    characterStyles: [{ id: wordStyle.draft, name: 'Draft Mark', run: draft }],
  }
}

/** The one list definition: a plain round bullet. Numbers of paragraphs are text, so that every reader keeps them. */
export function wordNumbering(measures: PageMeasures): INumberingOptions {
  const indent = { left: twips(22), hanging: twips(14) }
  const level = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '\u2022',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent }, run: { size: halfPoints(measures.textPt) } },
  }
  return { config: [{ reference: bulletList, levels: [level] }] }
}

function headingStyles(measures: PageMeasures): DefaultStyles {
  const { scale, textPt } = measures
  const heading = (
    sizePt: number,
    before: number,
    after: number,
    look: { bold: boolean; italics?: boolean },
  ) => ({
    quickFormat: true,
    run: { font: wordFont, size: halfPoints(sizePt), color: ink.text, ...look },
    paragraph: { keepNext: true, keepLines: true, spacing: spacing(measures, before * scale, after * scale) },
  })
  const caption = heading(textPt - 1, 6, 4, { bold: false, italics: true })
  return {
    title: heading(21 * (0.4 + 0.6 * scale), 14, 8, { bold: false }),
    heading1: heading(textPt + 2, 15, 5, { bold: true }),
    heading2: heading(textPt + 0.5, 11, 4, { bold: true }),
    heading3: heading(textPt, 8, 3, { bold: false, italics: true }),
    caption: { ...caption, run: { ...caption.run, color: ink.muted } },
  }
}
