/** A word in front of a number, and whether it opens a numbering of its own. */
export interface LabelWord {
  readonly word: string
  readonly isContainer: boolean
}

const containers: Readonly<Record<string, string>> = {
  article: 'Article',
  art: 'Article',
  artículo: 'Artículo',
  part: 'Part',
  schedule: 'Schedule',
  appendix: 'Appendix',
  annex: 'Annex',
  annexure: 'Annexure',
  exhibit: 'Exhibit',
  attachment: 'Attachment',
  addendum: 'Addendum',
  chapter: 'Chapter',
  title: 'Title',
  recital: 'Recital',
}

const plain = new Set(
  'section sect sec subsection clause cl paragraph para par provision term rule item point number no nos cláusula sección'.split(
    ' ',
  ),
)

/** Finds the word for numbering at the start of a text; `length` covers it and the space behind it. */
export function readLabelWord(text: string): (LabelWord & { readonly length: number }) | null {
  const match = /^(\p{L}{2,10})(\.?)(\s*)/u.exec(text)
  const name = match?.[1]?.toLowerCase()
  if (match === null || name === undefined || (match[2] === '' && match[3] === '')) return null
  const container = Object.hasOwn(containers, name) ? containers[name] : undefined
  if (container !== undefined) return { word: container, isContainer: true, length: match[0].length }
  return plain.has(name) ? { word: name, isContainer: false, length: match[0].length } : null
}
