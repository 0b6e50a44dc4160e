import { childOf, switchOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import type { NumberCounter } from './count-numbers.ts'
import type { FieldNumberer } from './field-numbers.ts'
import type { ParagraphDraft } from './read-runs.ts'
import { alignment, leftIndent, outlineLevel } from './styles.ts'
import type { WordStyle } from './styles.ts'
import type { WordParagraph } from './word-blocks.ts'

interface Unfinished {
  readonly draft: ParagraphDraft
  readonly properties: XmlElement | null
  readonly leadIn: number
  readonly isTextBox: boolean
  readonly notes: readonly string[]
}

interface Numberers {
  readonly numbers: NumberCounter
  readonly fieldNumbers: FieldNumberer
}

const contentsStyle =
  /^(toc ?\d|toc heading|contents( heading| ?\d)|table of (contents|figures|authorities)|index ?\d)/

/** Turns a paragraph that has been read to its end into what shows on paper, counting its number. */
export function finishParagraph(
  { draft, properties, leadIn, isTextBox, notes }: Unfinished,
  { numbers, fieldNumbers }: Numberers,
): WordParagraph {
  const { chain, segments } = draft
  const outline = outlineLevel(properties, chain)
  const number = numbers.next(properties, chain)
  const texts = segments.map((segment) =>
    'text' in segment ? segment.text : fieldNumbers.next(segment.numberField, outline),
  )
  const text = texts.join('')
  const blanks = text.length - text.trimStart().length
  const name = chain[0]?.name ?? ''
  return {
    block: 'paragraph',
    text: text.trim(),
    notes,
    number,
    outline,
    isTitle: name === 'title',
    isStrong: isStrongAllOver(draft, chain),
    isCentred: alignment(properties, chain) === 'center',
    isContents: draft.isContents || contentsStyle.test(name),
    isTextBox,
    leadIn,
    // Tabs typed in front push the text in like an indent of half an inch each.
    indent: (number?.indent ?? leftIndent(properties, chain) ?? 0) + indentOfBlanks(text.slice(0, blanks)),
  }
}

function indentOfBlanks(blanks: string): number {
  return Array.from(blanks).reduce((sum, blank) => sum + (blank === '\t' ? 720 : 60), 0)
}

function isStrongAllOver(draft: ParagraphDraft, chain: readonly WordStyle[]): boolean {
  const shown = draft.segments
    .filter((segment) => 'text' in segment)
    .filter((segment) => /\p{L}/u.test(segment.text))
  if (shown.length === 0) return false
  if (shown.every((segment) => segment.isStrong)) return true
  const text = shown.map((segment) => segment.text).join('')
  if (text === text.toUpperCase() && text !== text.toLowerCase()) return true
  return chain.some((style) => switchOf(style.run, 'w:u') === true && childOf(style.run, 'w:u') !== null)
}
