import { modelTexts } from '#shared/documents/clean-model.ts'
import type { Block, DocumentModel } from '#shared/documents/model.ts'

/** All printed text of a model, a line for each piece. */
export function textsOf(model: DocumentModel): string {
  return modelTexts(model)
    .map(({ text }) => text)
    .join('\n')
}

/** How often a text stands in another. */
export function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

/** The blocks below a heading, up to the next heading of the same level or above. */
export function blocksUnder(model: DocumentModel, title: string): readonly Block[] {
  const start = model.blocks.findIndex((block) => block.type === 'heading' && block.text === title)
  if (start === -1) return []
  const rest = model.blocks.slice(start + 1)
  const end = rest.findIndex((block) => block.type === 'heading' && block.level === 1)
  return end === -1 ? rest : rest.slice(0, end)
}

/** Titles of the sections in order. */
export function sectionsOf(model: DocumentModel): readonly string[] {
  return model.blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []))
}
