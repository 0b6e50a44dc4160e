import { Document, Packer } from 'docx'
import type { ISectionOptions } from 'docx'

import { cleanModel } from '#shared/documents/clean-model.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { pageMeasures } from '#shared/documents/page-measures.ts'
import type { PageMeasures } from '#shared/documents/page-measures.ts'

import { wordBlock } from './word-blocks.ts'
import { wordFooter, wordHeaders, wordOpening } from './word-furniture.ts'
import { tidyWordPackage } from './word-package.ts'
import { wordNumbering, wordStyles } from './word-styles.ts'
import { twips } from './word-units.ts'

/**
 * Renders a document model as a Word file.
 *
 * The same model gives the same bytes. The file carries the title, the language and the fixed author "Evenhand",
 * and no other property: no dates, no user name, no template, no comments, no link to anything outside.
 */
export async function renderWord(source: DocumentModel): Promise<Uint8Array> {
  const model = cleanModel(source)
  const measures = pageMeasures(model.page)
  const document = new Document({
    title: model.title,
    creator: 'Evenhand',
    styles: wordStyles(measures, model.language),
    numbering: wordNumbering(measures),
    sections: [section(model, measures)],
  })
  return tidyWordPackage(await Packer.toArrayBuffer(document), model.title)
}

function section(model: DocumentModel, measures: PageMeasures): ISectionOptions {
  const textWidthPt = measures.widthPt - 2 * measures.marginSidePt
  const footer = () => wordFooter(model, textWidthPt)
  const blocks = model.blocks.flatMap((block, index) =>
    wordBlock(block, { textWidthPt, keepsWithNext: model.blocks[index + 1]?.type === 'signature' }),
  )
  return {
    properties: { titlePage: true, page: sheet(measures) },
    headers: wordHeaders(model, textWidthPt),
    footers: { default: footer(), first: footer() },
    children: [...wordOpening(model), ...blocks],
  }
}

function sheet(measures: PageMeasures) {
  const { widthPt, heightPt, marginTopPt, marginBottomPt, marginSidePt } = measures
  return {
    size: { width: twips(widthPt), height: twips(heightPt) },
    margin: {
      top: twips(marginTopPt),
      bottom: twips(marginBottomPt),
      left: twips(marginSidePt),
      right: twips(marginSidePt),
      header: twips(marginTopPt / 2),
      footer: twips(marginBottomPt / 2),
    },
  }
}
