import type { DocumentModel } from '#shared/documents/model.ts'
import { paperHtml } from '#shared/documents/paper/paper-html.ts'
import type { ExportFormat } from '#shared/contract/methods.ts'

import type { PdfPrinter } from '../../ports.ts'
import { paperFontFaces } from './paper-fonts.ts'
import { renderWord } from './render-word.ts'
import { tidyPdf } from './tidy-pdf.ts'

/** Makes the bytes of a document: Word in this process, PDF through the host's printer from the same model. */
export async function renderDocument(
  format: ExportFormat,
  model: DocumentModel,
  printer: PdfPrinter,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderWord(model)
    case 'pdf':
      return tidyPdf(await printer.printToPdf(paperHtml(model, await paperFontFaces())))
  }
}
