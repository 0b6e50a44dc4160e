import type { Block } from '../model.ts'

/** Short ways to make blocks, so that builders read like the document. */
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text })
export const body = (text: string): Block => ({ type: 'paragraph', style: 'body', text })
export const note = (text: string): Block => ({ type: 'paragraph', style: 'note', text })
export const quote = (text: string): Block => ({ type: 'paragraph', style: 'quote', text })
export const list = (items: readonly string[]): Block => ({ type: 'list', items })
export const pageBreak: Block = { type: 'page-break' }

/** Label and value pairs; pairs without a value are dropped. */
export function fields(
  ...items: readonly (readonly [label: string, value: string | null])[]
): readonly Block[] {
  const filled = items.flatMap(([label, value]) =>
    value === null || value.trim() === '' ? [] : [{ label, value }],
  )
  return filled.length > 0 ? [{ type: 'fields', items: filled }] : []
}

/** A table; without rows it is left out. */
export function table(
  caption: string,
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  if (rows.length === 0) return []
  return [
    {
      type: 'table',
      caption,
      columns: columns.map(([title]) => title),
      widths: columns.map(([, width]) => width),
      rows,
    },
  ]
}

/** Free text as paragraphs: an empty line begins a new one. */
export function prose(text: string): readonly Block[] {
  return paragraphsOf(text).map(body)
}

/** A section with its heading; an empty one is left out, or shows a blank to fill in while a draft. */
export function section(
  title: string,
  content: readonly Block[],
  blank: { readonly isDraft: boolean },
): readonly Block[] {
  if (content.length > 0) return [heading(1, title), ...content]
  return blank.isDraft ? [heading(1, title), note(`<fill in: ${title.toLowerCase()}>`)] : []
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
