import { childOf, elementsOf, textOf, valueOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { chooseAlternate } from './alternate-content.ts'
import type { FieldStack } from './field-stack.ts'
import { runSwitch } from './styles.ts'
import type { WordStyle, WordStyles } from './styles.ts'
import { symbolText } from './symbols.ts'
import type { WordTally } from './word-blocks.ts'

/** A stretch of text with one look, or a numbering field whose number is worked out later. */
export type Segment = { readonly text: string; readonly isStrong: boolean } | { readonly numberField: string }

/** What a story (body, note, text box) needs while its runs are read. */
export interface Story {
  readonly styles: WordStyles
  readonly fields: FieldStack
  readonly tally: WordTally
  /** Takes the paragraphs of a text box that hangs on the paragraph being read. */
  readonly onTextBox: (content: XmlElement) => void
  /** The mark to print for a note, and its text remembered for the paragraph. */
  readonly onNote: (reference: XmlElement) => string
}

/** The paragraph being read. */
export interface ParagraphDraft {
  readonly chain: readonly WordStyle[]
  readonly segments: Segment[]
  isContents: boolean
}

const dropped = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:tblGrid',
  'w:delText',
  'w:delInstrText',
  'mc:Fallback',
])
const numberFields = /^(AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b/i

/** Reads everything inside a paragraph, or inside a wrapper within it, in reading order. */
export function readInline(story: Story, draft: ParagraphDraft, parent: XmlElement): void {
  for (const element of elementsOf(parent)) readOne(story, draft, element)
}

function readOne(story: Story, draft: ParagraphDraft, element: XmlElement): void {
  const { tally } = story
  switch (element.name) {
    case 'w:r':
    case 'm:r':
      return readRun(story, draft, element)
    case 'w:del':
    case 'w:moveFrom':
      tally.deletions += 1
      return
    case 'w:ins':
    case 'w:moveTo':
      tally.insertions += 1
      return readInline(story, draft, element)
    case 'w:fldSimple':
      return readSimpleField(story, draft, element)
    case 'w:ruby':
      return readInline(story, draft, childOf(element, 'w:rubyBase') ?? element)
    case 'w:subDoc':
    case 'w:altChunk':
      tally.embedded += 1
      return
    case 'mc:AlternateContent':
      return readAlternate(story, draft, element)
    default:
      // Wrappers (links, content controls, smart tags, text direction) and anything unknown: what they hold shows.
      if (!dropped.has(element.name)) readInline(story, draft, element)
  }
}

function readAlternate(story: Story, draft: ParagraphDraft, element: XmlElement): void {
  const chosen = chooseAlternate(element)
  if (chosen !== null) for (const child of elementsOf(chosen)) readRunChild(story, draft, child, null)
}

function readSimpleField(story: Story, draft: ParagraphDraft, element: XmlElement): void {
  const code = (element.attributes.get('w:instr') ?? '').trim()
  if (numberFields.test(code)) {
    draft.segments.push({ numberField: code })
    return
  }
  if (/^(TOC|INDEX|TOA)\b/i.test(code)) draft.isContents = true
  readInline(story, draft, element)
}

function readRun(story: Story, draft: ParagraphDraft, run: XmlElement): void {
  const properties = childOf(run, 'w:rPr')
  const on = (name: string) => runSwitch(story.styles, properties, draft.chain, name)
  if (on('w:vanish')) {
    if (textOf(run).trim() !== '' && story.fields.showsText()) story.tally.hidden += 1
    // Fields begin and end in hidden runs too: skipping their marks would leave them open.
    for (const child of elementsOf(run)) readFieldPart(story, draft, child)
    return
  }
  const underline = valueOf(properties, 'w:u')
  const look: RunLook = {
    isStrong: on('w:b') || on('w:caps') || on('w:smallCaps') || (underline !== null && underline !== 'none'),
  }
  for (const child of elementsOf(run)) readRunChild(story, draft, child, look)
}

interface RunLook {
  readonly isStrong: boolean
}

function readRunChild(story: Story, draft: ParagraphDraft, element: XmlElement, look: RunLook | null): void {
  const add = (text: string) => addText(story, draft, text, look?.isStrong ?? false)
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return add(tidy(textOf(element)))
    case 'w:tab':
    case 'w:ptab':
      return add('\t')
    case 'w:br':
    case 'w:cr':
      return add('\n')
    case 'w:noBreakHyphen':
      return add('\u2011')
    case 'w:sym':
    case 'w16se:symEx':
      return add(symbolText(element))
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return add(story.onNote(element))
    case 'w:commentReference':
      story.tally.comments += 1
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readGraphic(story, element)
    case 'w:softHyphen':
      return
    default:
      if (readFieldPart(story, draft, element)) return
      readOne(story, draft, element)
  }
}

/** Takes the marks and codes of fields; answers whether the element was one. */
function readFieldPart(story: Story, draft: ParagraphDraft, element: XmlElement): boolean {
  if (element.name === 'w:instrText') {
    story.fields.addCode(textOf(element))
    return true
  }
  if (element.name !== 'w:fldChar') return false
  const endedCode = story.fields.mark(element)
  if (endedCode !== null && numberFields.test(endedCode)) draft.segments.push({ numberField: endedCode })
  return true
}

function addText(story: Story, draft: ParagraphDraft, text: string, isStrong: boolean): void {
  if (text === '' || !story.fields.showsText()) return
  if (story.fields.isContents()) draft.isContents = true
  draft.segments.push({ text, isStrong })
}

/** Files laid out with line breaks hold them inside text too; soft hyphens and control characters never print. */
function tidy(text: string): string {
  const lines = text.split(/[\r\n]+/)
  const last = lines.length - 1
  // Trimmed line by line: one pattern over the whole would take time by the square of a long run of spaces.
  const joined =
    last === 0
      ? text
      : lines
          .map((line, at) => (at === 0 ? line.trimEnd() : at === last ? line.trimStart() : line.trim()))
          .join(' ')
  return joined.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u00AD\uFEFF]/g, '')
}

/** Looks through a drawing for text boxes and pictures; of alternate versions only one counts. */
function readGraphic(story: Story, element: XmlElement): void {
  if (element.name === 'w:txbxContent') return story.onTextBox(element)
  if (element.name === 'a:blip' || element.name === 'v:imagedata') story.tally.pictures += 1
  if (element.name === 'mc:AlternateContent') {
    const chosen = chooseAlternate(element)
    if (chosen !== null) readGraphic(story, chosen)
    return
  }
  for (const child of elementsOf(element)) readGraphic(story, child)
}
