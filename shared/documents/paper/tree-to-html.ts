import type { PaperChild, PaperNode } from './tree.ts'

const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'col'])
const ATTRIBUTES = ['class', 'lang', 'dir', 'scope'] as const

/** Writes a tree as HTML: every text and every attribute value is escaped, and no other attribute can appear. */
export function treeToHtml(tree: PaperNode): string {
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = tree.attrs[name]
    return value === undefined ? [] : [` ${name}="${escapeHtml(value)}"`]
  }).join('')
  const open = `<${tree.tag}${attributes}>`
  return VOID_TAGS.has(tree.tag) ? open : `${open}${tree.children.map(childToHtml).join('')}</${tree.tag}>`
}

/** Escapes the five characters that mean something in HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function childToHtml(child: PaperChild): string {
  return typeof child === 'string' ? escapeHtml(child) : treeToHtml(child)
}
