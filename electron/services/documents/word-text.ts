import { Tab, TextRun } from 'docx'
import type { IRunOptions, ParagraphChild } from 'docx'

/** Turns clean text into runs: a line break stays a break inside the paragraph, a tab becomes Word's own. */
export function wordText(text: string, run: Omit<IRunOptions, 'children' | 'text'> = {}): ParagraphChild[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        ...run,
        ...(index > 0 ? { break: 1 } : {}),
        children: line.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece])),
      }),
  )
}
