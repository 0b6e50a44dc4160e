import { cleanModel } from '../clean-model.ts'
import { isRightToLeft } from '../clean-text.ts'
import type { Block, DocumentModel, FieldsBlock, NumberedBlock, TableBlock } from '../model.ts'
import { furnitureWords } from '../words/en.ts'
import { node } from './tree.ts'
import type { PaperAttributes, PaperChild, PaperNode, PaperTag } from './tree.ts'

/**
 * Turns a document model into the neutral tree that the page shows and that becomes HTML for PDF.
 *
 * What the margins of printed pages carry (draft mark, running header, legend, page x of y) comes from
 * `paperCss`; for the screen it stands in the tree once more, in elements of the class `paper-screen`.
 */
export function modelToTree(source: DocumentModel): PaperNode {
  const model = cleanModel(source)
  const draft = `${furnitureWords.draft} \u00B7 ${furnitureWords.draftMeaning}`
  return node(
    'article',
    { class: `paper paper-${model.kind}`, lang: model.language },
    ...(model.status === 'draft' ? [textNode('p', draft, 'paper-draft paper-screen')] : []),
    ...letterhead(model.letterhead),
    ...(model.caption.length > 0
      ? [node('div', { class: 'paper-cause' }, ...model.caption.map((line) => textNode('p', line)))]
      : []),
    textNode('h1', model.title, 'paper-title'),
    ...model.blocks.map((block, index) => blockNode(block, index)),
    node(
      'footer',
      { class: 'paper-foot paper-screen' },
      textNode('span', model.legend),
      textNode('span', model.runningHeader),
    ),
  )
}

/** The class that carries the column widths of the table at a place in the model. */
export function tableClass(blockIndex: number): string {
  return `paper-table-${String(blockIndex)}`
}

const HEADING_TAGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const satisfies Record<1 | 2 | 3, PaperTag>

function letterhead(lines: readonly string[]): readonly PaperNode[] {
  const [name, ...rest] = lines
  if (name === undefined) return []
  const others = rest.map((line) => textNode('p', line))
  return [node('header', { class: 'paper-letterhead' }, textNode('p', name, 'paper-name'), ...others)]
}

function blockNode(block: Block, index: number): PaperNode {
  switch (block.type) {
    case 'heading':
      return textNode(HEADING_TAGS[block.level], block.text)
    case 'paragraph':
      return block.style === 'quote'
        ? node('blockquote', {}, textNode('p', block.text))
        : textNode('p', block.text, block.style === 'note' ? 'paper-note' : undefined)
    case 'numbered':
      return numberedNode(block)
    case 'table':
      return tableNode(block, index)
    case 'fields':
      return fieldsNode(block)
    case 'list':
      return node('ul', {}, ...block.items.map((item) => textNode('li', item)))
    case 'signature':
      return node('div', { class: 'paper-signature' }, ...block.lines.map((line) => textNode('p', line)))
    case 'page-break':
      return node('div', { class: 'paper-break' })
  }
}

function numberedNode(block: NumberedBlock): PaperNode {
  return node(
    'div',
    { class: 'paper-numbered' },
    textNode('span', block.number, 'paper-number'),
    node(
      'div',
      {},
      textNode('p', block.text),
      ...(block.note === undefined ? [] : [textNode('p', block.note, 'paper-note')]),
    ),
  )
}

function tableNode(block: TableBlock, index: number): PaperNode {
  const cells = (row: readonly string[]) => block.columns.map((_, at) => textNode('td', row[at] ?? ''))
  return node(
    'table',
    { class: `paper-table ${tableClass(index)}` },
    ...(block.caption === '' ? [] : [textNode('caption', block.caption)]),
    node('colgroup', {}, ...block.columns.map(() => node('col', {}))),
    node(
      'thead',
      {},
      node('tr', {}, ...block.columns.map((title) => node('th', { scope: 'col' }, ...lines(title)))),
    ),
    node('tbody', {}, ...block.rows.map((row) => node('tr', {}, ...cells(row)))),
  )
}

function fieldsNode(block: FieldsBlock): PaperNode {
  return node(
    'dl',
    { class: 'paper-fields' },
    ...block.items.map(({ label, value }) => node('div', {}, textNode('dt', label), textNode('dd', value))),
  )
}

function textNode(tag: PaperTag, text: string, className?: string): PaperNode {
  const attrs: PaperAttributes = {
    ...(className === undefined ? {} : { class: className }),
    ...(isRightToLeft(text) ? { dir: 'rtl' as const } : {}),
  }
  return node(tag, attrs, ...lines(text))
}

function lines(text: string): readonly PaperChild[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [node('br', {}), line]))
}
