import { elementsOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'
import { createFieldStack } from './field-stack.ts'
import { formatNumber } from './number-format.ts'
import { readInline } from './read-runs.ts'
import type { ParagraphDraft } from './read-runs.ts'
import type { WordStyles } from './styles.ts'
import type { WordTally } from './word-blocks.ts'

/** Gives each note its mark, footnotes by digits and endnotes by Roman numerals, in the order they are met. */
export interface NoteReader {
  /** The mark and text of the note that an element refers to; null when the file holds no such note. */
  take(reference: XmlElement): { readonly mark: string; readonly text: string } | null
}

interface NoteSources {
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  readonly styles: WordStyles
  readonly tally: WordTally
}

/** Makes a reader over the notes of one file. */
export function createNoteReader({ footnotes, endnotes, styles, tally }: NoteSources): NoteReader {
  const notesOf = (part: XmlElement | null) =>
    new Map(elementsOf(part).map((note) => [note.attributes.get('w:id') ?? '', note]))
  const foot = notesOf(footnotes)
  const end = notesOf(endnotes)
  let footCount = 0
  let endCount = 0
  return {
    take(reference) {
      const isFoot = reference.name === 'w:footnoteReference'
      const note = (isFoot ? foot : end).get(reference.attributes.get('w:id') ?? '')
      if (note === undefined) return null
      if (isFoot) footCount += 1
      else endCount += 1
      const mark = isFoot ? `[${footCount}]` : `[${formatNumber(endCount, 'lowerRoman')}]`
      return { mark, text: noteText(note, styles, tally) }
    },
  }
}

function noteText(note: XmlElement, styles: WordStyles, tally: WordTally): string {
  const paragraphs = elementsOf(note).filter((element) => element.name === 'w:p')
  const fields = createFieldStack(note)
  const lines = paragraphs.map((paragraph) => {
    const draft: ParagraphDraft = { chain: [], segments: [], isContents: false }
    // A note inside a note, or a text box inside one, is more than any plan holds: their marks are left out.
    readInline({ styles, fields, tally, onTextBox: () => undefined, onNote: () => '' }, draft, paragraph)
    return draft.segments.map((segment) => ('text' in segment ? segment.text : '')).join('')
  })
  return lines.join(' ').replaceAll(/\s+/g, ' ').trim()
}
