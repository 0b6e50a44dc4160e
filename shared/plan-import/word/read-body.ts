import { childOf, descend, elementsOf, switchOf, textOf, valueOf, walk } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { chooseAlternate } from './alternate-content.ts'
import type { NumberCounter } from './count-numbers.ts'
import type { FieldNumberer } from './field-numbers.ts'
import { createFieldStack } from './field-stack.ts'
import type { NoteReader } from './notes.ts'
import { finishParagraph } from './finish-paragraph.ts'
import { readInline } from './read-runs.ts'
import type { ParagraphDraft, Story } from './read-runs.ts'
import { paragraphChain, runSwitch } from './styles.ts'
import type { WordStyles } from './styles.ts'
import type { WordBlock, WordRow, WordTally } from './word-blocks.ts'

/** What the body is read with. */
export interface BodyTools {
  readonly styles: WordStyles
  readonly numbers: NumberCounter
  readonly fieldNumbers: FieldNumberer
  readonly notes: NoteReader
  readonly tally: WordTally
}

/** A paragraph whose mark was deleted or hidden and that runs on into the next one. */
interface Waiting {
  readonly draft: ParagraphDraft
  readonly properties: XmlElement | null
  /** A deleted mark gives way to the next paragraph's; a hidden one only joins the lines. */
  readonly keepsProperties: boolean
}

interface BlockReader {
  readonly tools: BodyTools
  readonly story: Story
  readonly isTextBox: boolean
  readonly isContents: boolean
  readonly textBoxes: XmlElement[]
  readonly notes: string[]
  waiting: Waiting | null
}

/**
 * Reads the paragraphs and tables of a body in the order of the paper: changes accepted, fields shown by their
 * results, hidden text left out, text boxes after the paragraph they hang on, numbers worked out.
 */
export function readBody(body: XmlElement, tools: BodyTools): readonly WordBlock[] {
  return readBlocks(body, tools, createFieldStack(body), { isTextBox: false, isContents: false })
}

function readBlocks(
  parent: XmlElement,
  tools: BodyTools,
  fields: Story['fields'],
  place: { readonly isTextBox: boolean; readonly isContents: boolean },
): readonly WordBlock[] {
  const textBoxes: XmlElement[] = []
  const notes: string[] = []
  const story: Story = {
    styles: tools.styles,
    fields,
    tally: tools.tally,
    onTextBox: (content) => textBoxes.push(content),
    onNote: (reference) => {
      const note = tools.notes.take(reference)
      if (note === null) return ''
      notes.push(`${note.mark} ${note.text}`)
      return note.mark
    },
  }
  const reader: BlockReader = { tools, story, ...place, textBoxes, notes, waiting: null }
  const blocks: WordBlock[] = []
  readInto(reader, blocks, parent)
  const left = reader.waiting
  if (left !== null) blocks.push(...finish(reader, left.draft, left.properties, 0))
  return blocks
}

function readInto(reader: BlockReader, blocks: WordBlock[], parent: XmlElement): void {
  for (const element of elementsOf(parent)) {
    switch (element.name) {
      case 'w:p':
        blocks.push(...readParagraph(reader, element))
        break
      case 'w:tbl':
        blocks.push({ block: 'table', rows: readRows(reader, element) })
        break
      case 'w:altChunk':
      case 'w:subDoc':
        reader.tools.tally.embedded += 1
        break
      case 'w:sdt':
        readControl(reader, blocks, element)
        break
      case 'mc:AlternateContent': {
        const chosen = chooseAlternate(element)
        if (chosen !== null) readInto(reader, blocks, chosen)
        break
      }
      case 'w:sectPr':
      case 'w:tblPr':
      case 'w:tblGrid':
      case 'w:tcPr':
      case 'w:trPr':
      case 'w:del':
      case 'w:moveFrom':
        break
      default:
        readInto(reader, blocks, element)
    }
  }
}

/** A content control; the one that holds the table of contents says so. */
function readControl(reader: BlockReader, blocks: WordBlock[], element: XmlElement): void {
  const content = childOf(element, 'w:sdtContent')
  if (content === null) return
  const gallery = valueOf(descend(element, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery') ?? ''
  const isContents = reader.isContents || /table of contents/i.test(gallery)
  if (isContents === reader.isContents) return readInto(reader, blocks, content)
  blocks.push(
    ...readBlocks(content, reader.tools, reader.story.fields, { isTextBox: reader.isTextBox, isContents }),
  )
}

function readRows(reader: BlockReader, table: XmlElement): readonly WordRow[] {
  const rows: WordRow[] = []
  for (const element of elementsOf(table)) {
    if (element.name === 'w:tr') {
      const properties = childOf(element, 'w:trPr')
      if (childOf(properties, 'w:del') !== null) {
        reader.tools.tally.deletions += 1
        continue
      }
      if (childOf(properties, 'w:ins') !== null) reader.tools.tally.insertions += 1
      rows.push({ isHeader: switchOf(properties, 'w:tblHeader') ?? false, cells: readCells(reader, element) })
    } else if (!['w:tblPr', 'w:tblGrid', 'w:del', 'w:moveFrom'].includes(element.name)) {
      rows.push(...readRows(reader, element))
    }
  }
  return rows
}

function readCells(reader: BlockReader, row: XmlElement): readonly (readonly WordBlock[])[] {
  return elementsOf(row).flatMap((element) => {
    if (element.name === 'w:tc') {
      return [readBlocks(element, reader.tools, reader.story.fields, reader)]
    }
    return ['w:trPr', 'w:tblPrEx', 'w:del'].includes(element.name) ? [] : readCells(reader, element)
  })
}

function readParagraph(reader: BlockReader, element: XmlElement): readonly WordBlock[] {
  const own = childOf(element, 'w:pPr')
  const waiting = reader.waiting
  const properties = waiting?.keepsProperties ? waiting.properties : own
  const draft: ParagraphDraft = {
    chain: paragraphChain(reader.tools.styles, properties),
    segments: [...(waiting?.draft.segments ?? [])],
    isContents: reader.isContents || (waiting?.draft.isContents ?? false),
  }
  const leadIn = waiting?.keepsProperties ? lengthOf(waiting.draft) : 0
  reader.waiting = null
  readInline(reader.story, draft, element)
  const mark = childOf(own, 'w:rPr')
  const isDeleted = childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null
  const isHidden = runSwitch(reader.tools.styles, mark, draft.chain, 'w:vanish')
  if (isDeleted) reader.tools.tally.deletions += 1
  if (childOf(mark, 'w:ins') !== null) reader.tools.tally.insertions += 1
  if (!isDeleted && !isHidden) return finish(reader, draft, properties, leadIn)
  const isEmpty = lengthOf(draft) === 0
  reader.waiting = isEmpty ? null : { draft, properties, keepsProperties: !isDeleted }
  return isEmpty ? drainTextBoxes(reader) : []
}

function finish(
  reader: BlockReader,
  draft: ParagraphDraft,
  properties: XmlElement | null,
  leadIn: number,
): readonly WordBlock[] {
  const { tools, isTextBox } = reader
  const paragraph = finishParagraph(
    { draft, properties, leadIn, isTextBox, notes: reader.notes.splice(0) },
    tools,
  )
  const isBlank = paragraph.text === '' && (paragraph.number === null || paragraph.number.text === '')
  return [...(isBlank ? [] : [paragraph]), ...drainTextBoxes(reader)]
}

function drainTextBoxes(reader: BlockReader): readonly WordBlock[] {
  return reader.textBoxes
    .splice(0)
    .flatMap((content) =>
      readBlocks(content, reader.tools, createFieldStack(content), { ...reader, isTextBox: true }),
    )
}

function lengthOf(draft: ParagraphDraft): number {
  return draft.segments
    .map((segment) => ('text' in segment ? segment.text : ''))
    .join('')
    .trimStart().length
}

/** The text of a header or footer: its paragraphs with their fields' results, one line each. */
export function readFurnitureText(part: XmlElement): string {
  const lines: string[] = []
  walk(part, (element) => {
    if (element.name === 'w:p') lines.push('')
    if (element.name === 'w:tab') lines.push(`${lines.pop() ?? ''} `)
    if (element.name === 'w:t') lines.push((lines.pop() ?? '') + textOf(element))
    return element.name !== 'mc:Fallback'
  })
  return lines
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
