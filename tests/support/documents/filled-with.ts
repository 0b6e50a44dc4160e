import type { Block, DocumentModel } from '#shared/documents/model.ts'
import { aDocument, allBlocks } from './a-document.ts'

/** A document with one block of each type whose every text is the given one. */
export function filledWith(text: string): DocumentModel {
  return aDocument({
    title: text,
    letterhead: [text, text],
    caption: [text],
    runningHeader: text,
    legend: text,
    blocks: allBlocks.map((block) => fill(block, text)),
  })
}

function fill(block: Block, text: string): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, text }
    case 'numbered':
      return { ...block, number: text, text, note: text }
    case 'table':
      return { ...block, caption: text, columns: [text, text], rows: [[text, text]] }
    case 'fields':
      return { ...block, items: [{ label: text, value: text }] }
    case 'list':
      return { ...block, items: [text] }
    case 'signature':
      return { ...block, lines: [text] }
    case 'page-break':
      return block
  }
}
