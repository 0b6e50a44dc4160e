/** Tags a document may use: no scripts, no links, no images, nothing that loads. */
export type PaperTag =
  | 'article'
  | 'header'
  | 'footer'
  | 'div'
  | 'section'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'p'
  | 'span'
  | 'br'
  | 'blockquote'
  | 'ul'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'caption'
  | 'colgroup'
  | 'col'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td'

/** Attributes by their HTML names; the page maps `class` to `className`. No style, no URL, no handler. */
export interface PaperAttributes {
  readonly class?: string
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  readonly scope?: 'col'
}

/** A tag with its children; a string child is text and never markup. */
export interface PaperNode {
  readonly tag: PaperTag
  readonly attrs: PaperAttributes
  readonly children: readonly PaperChild[]
}

export type PaperChild = PaperNode | string

/** Makes a node. */
export function node(tag: PaperTag, attrs: PaperAttributes, ...children: readonly PaperChild[]): PaperNode {
  return { tag, attrs, children }
}
