import { BorderStyle, Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'

import { ink } from '#shared/documents/ink.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { furnitureWords } from '#shared/documents/words/en.ts'

import { styled } from './word-blocks.ts'
import { twips, wordStyle } from './word-units.ts'
import { wordText } from './word-text.ts'

/** Head of the first page: practice block, style of cause, title. */
export function wordOpening(model: DocumentModel): Paragraph[] {
  const [name, ...lines] = model.letterhead
  const rule = {
    style: BorderStyle.SINGLE,
    size: 4,
    color: ink.hairline,
    space: 6,
  }
  const letterhead = [
    ...(name === undefined ? [] : [styled(wordStyle.letterheadName, name)]),
    ...lines.map((line) => styled(wordStyle.letterhead, line)),
  ]
  const air = new Paragraph({
    style: wordStyle.letterhead,
    border: { top: rule },
    spacing: { before: twips(7), after: 0 },
  })
  const caption = model.caption.map((line) => styled(wordStyle.cause, line))
  const title = new Paragraph({
    heading: 'Title',
    children: wordText(model.title),
  })
  return [...letterhead, ...(letterhead.length > 0 ? [air] : []), ...caption, title]
}

/** Draft mark at the left, running header at the right; the first page has no running header, because its title says it. */
export function wordHeaders(
  model: DocumentModel,
  textWidthPt: number,
): { readonly default: Header; readonly first: Header } {
  const header = (running: string) =>
    new Header({
      children: [
        new Paragraph({
          style: wordStyle.header,
          tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidthPt) }],
          children: [...draftMark(model), new TextRun({ children: [new Tab(), running] })],
        }),
      ],
    })
  return { first: header(''), default: header(model.runningHeader) }
}

/** Footer of every page: the confidentiality legend, then "Page x of y" at the right margin. */
export function wordFooter(model: DocumentModel, textWidthPt: number): Footer {
  const pages = new TextRun({
    children: [new Tab(), furnitureWords.page, PageNumber.CURRENT, furnitureWords.of, PageNumber.TOTAL_PAGES],
  })
  return new Footer({
    children: [
      new Paragraph({
        style: wordStyle.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidthPt) }],
        border: {
          top: {
            style: BorderStyle.SINGLE,
            size: 4,
            color: ink.hairline,
            space: 5,
          },
        },
        children: [...wordText(model.legend), pages],
      }),
    ],
  })
}

function draftMark({ status }: DocumentModel): readonly TextRun[] {
  if (status === 'issued') return []
  const text = `${furnitureWords.draft} \u00B7 ${furnitureWords.draftMeaning}`
  return [new TextRun({ style: wordStyle.draft, text })]
}
