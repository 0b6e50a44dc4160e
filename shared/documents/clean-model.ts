import { cleanLine, cleanText } from './clean-text.ts'
import type { Block, DocumentModel } from './model.ts'

/**
 * Cleans every text of a model with `cleanText`, so that preview, Word and PDF print the same characters.
 *
 * Each rendering starts with it; cleaning twice changes nothing.
 */
export function cleanModel(model: DocumentModel): DocumentModel {
  return {
    ...model,
    language: languageTag(model.language),
    title: cleanLine(model.title),
    letterhead: model.letterhead.map(cleanText),
    caption: model.caption.map(cleanText),
    runningHeader: marginLine(model.runningHeader),
    legend: marginLine(model.legend),
    blocks: model.blocks.map(cleanBlock),
  }
}

/** Every text of a model with the place it stands at, in the order of reading. */
export function modelTexts(
  model: DocumentModel,
): readonly { readonly place: string; readonly text: string }[] {
  return [
    { place: 'title', text: model.title },
    ...model.letterhead.map((text) => ({ place: 'letterhead', text })),
    ...model.caption.map((text) => ({ place: 'caption', text })),
    { place: 'running-header', text: model.runningHeader },
    { place: 'legend', text: model.legend },
    ...model.blocks.flatMap((block, index) =>
      blockTexts(block).map((text) => ({
        place: `block-${String(index + 1)}`,
        text,
      })),
    ),
  ]
}

function cleanBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: cleanText(block.text) }
    case 'numbered': {
      const { note, ...rest } = block
      const cleaned = {
        ...rest,
        number: cleanLine(block.number),
        text: cleanText(block.text),
      }
      return note === undefined ? cleaned : { ...cleaned, note: cleanText(note) }
    }
    case 'table':
      return {
        ...block,
        caption: cleanLine(block.caption),
        columns: block.columns.map(cleanLine),
        rows: block.rows.map((row) => row.map(cleanText)),
      }
    case 'fields':
      return {
        ...block,
        items: block.items.map(({ label, value }) => ({
          label: cleanLine(label),
          value: cleanText(value),
        })),
      }
    case 'list':
      return { ...block, items: block.items.map(cleanText) }
    case 'signature':
      return { ...block, lines: block.lines.map(cleanText) }
    case 'page-break':
      return block
  }
}

/** All texts that one block prints, in the order of reading. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'numbered':
      return [block.number, block.text, ...(block.note === undefined ? [] : [block.note])]
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()]
    case 'fields':
      return block.items.flatMap(({ label, value }) => [label, value])
    case 'list':
      return block.items
    case 'signature':
      return block.lines
    case 'page-break':
      return []
  }
}

function languageTag(tag: string): string {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'en'
}

// A header or footer taller than its page keeps a word processor laying out for ever.
const LONGEST_IN_MARGIN = 300

function marginLine(text: string): string {
  const letters = [...cleanLine(text)]
  return letters.length <= LONGEST_IN_MARGIN
    ? letters.join('')
    : `${letters.slice(0, LONGEST_IN_MARGIN - 1).join('')}\u2026`
}
