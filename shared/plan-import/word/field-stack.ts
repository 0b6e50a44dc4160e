import { walk } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'

interface OpenField {
  code: string
  showsResult: boolean
}

/** Follows the fields of one story, so that codes are left out and results are kept. */
export interface FieldStack {
  /** Takes a begin, separate or end mark; answers the code of a field that has just ended without a result. */
  mark(element: XmlElement): string | null
  /** Takes a piece of the field's code. */
  addCode(text: string): void
  /** Whether text at this place is shown at all. */
  showsText(): boolean
  /** Whether this place lies in a table of contents, an index or the like. */
  isContents(): boolean
}

/**
 * Makes a field stack for a story. Marks without a partner are ignored: one stray begin must not swallow the rest
 * of the document.
 */
export function createFieldStack(story: XmlElement): FieldStack {
  const paired = pairedMarks(story)
  const open: OpenField[] = []
  return {
    mark(element) {
      if (!paired.has(element)) return null
      const type = element.attributes.get('w:fldCharType')
      if (type === 'begin') open.push({ code: '', showsResult: false })
      const top = open.at(-1)
      if (type === 'separate' && top !== undefined) top.showsResult = true
      if (type !== 'end') return null
      const ended = open.pop()
      return ended === undefined || ended.showsResult ? null : ended.code.trim()
    },
    addCode(text) {
      const top = open.at(-1)
      if (top !== undefined && !top.showsResult) top.code += text
    },
    showsText: () => open.every((field) => field.showsResult),
    isContents: () => open.some((field) => /^\s*(TOC|INDEX|TOA)\b/i.test(field.code)),
  }
}

function pairedMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const paired = new Set<XmlElement>()
  const open: XmlElement[][] = []
  walk(story, (element) => {
    // Deleted text is never read, so its marks must not pair with marks that are.
    if (element.name === 'w:del' || element.name === 'w:moveFrom') return false
    if (element.name !== 'w:fldChar') return true
    const type = element.attributes.get('w:fldCharType')
    if (type === 'begin') open.push([element])
    if (type === 'separate') open.at(-1)?.push(element)
    if (type === 'end') for (const mark of [...(open.pop() ?? []), element]) paired.add(mark)
    return false
  })
  return paired
}
