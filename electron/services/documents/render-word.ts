import { Document, Packer, SectionType } from 'docx'

import { cleanModel } from '#shared/documents/clean-model.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { pageMeasures } from '#shared/documents/page-measures.ts'

import { wordBlock } from './word-blocks.ts'
import { wordFooter, wordHeaders, wordOpening } from './word-furniture.ts'
import { tidyWordPackage } from './word-package.ts'
import { twips, wordNumbering, wordStyles } from './word-styles.ts'

/**
 * Renders a document model as a Word file.
 *
 * The same model gives the same bytes. The file carries the title, the language and the fixed author "Evenhand",
 * and no other property: no dates, no user name, no template, no comments, no link to anything outside.
 */
export async function renderWord(source: DocumentModel): Promise<Uint8Array> {
  const model = cleanModel(source)
  const measures = pageMeasures(model.page)
  const textWidthPt = measures.widthPt - 2 * measures.marginSidePt
  const document = new Document({
    title: model.title,
    creator: 'Evenhand',
    styles: wordStyles(measures, model.language),
    numbering: wordNumbering(measures),
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          titlePage: true,
          page: {
            size: {
              width: twips(measures.widthPt),
              height: twips(measures.heightPt),
            },
            margin: {
              top: twips(measures.marginTopPt),
              bottom: twips(measures.marginBottomPt),
              left: twips(measures.marginSidePt),
              right: twips(measures.marginSidePt),
              header: twips(measures.marginTopPt / 2),
              footer: twips(measures.marginBottomPt / 2),
            },
          },
        },
        headers: wordHeaders(model, textWidthPt),
        footers: {
          default: wordFooter(model, textWidthPt),
          first: wordFooter(model, textWidthPt),
        },
        children: [
          ...wordOpening(model),
          ...model.blocks.flatMap((block, index) =>
            wordBlock(block, { textWidthPt, keepsWithNext: model.blocks[index + 1]?.type === 'signature' }),
          ),
        ],
      },
    ],
  })
  return tidyWordPackage(await Packer.toArrayBuffer(document), model.title)
}
