import type { LabelledLine } from '../labels/find-labels.ts'
import type { PlanLabel } from '../labels/label-types.ts'
import { familyOf } from './clause-node.ts'
import { isClauseHeading, isPageNumber, isSectionHeading, opensSignatures } from './line-kinds.ts'
import { isSentence } from './sentences.ts'

const shortLine = 50

/**
 * Tells whether the document is to be cited by paragraph: it has no numbers, or only lists inside running text.
 */
export function isUnnumbered(lines: readonly LabelledLine[]): boolean {
  const first = lines.findIndex(({ label }) => label !== null)
  if (first === -1) return true
  const numbered = lines.filter(({ label }) => label !== null)
  if (numbered.some((line) => namesItsPlace(line) || isClauseHeading(line, true))) return false
  const isRunning = (line: LabelledLine) =>
    line.label === null && isSentence(line.text) && line.line.cell === null && !isSectionHeading(line)
  const before = lines.slice(0, first).filter(isRunning).length
  const main = numbered.filter(({ label }) => label !== null && isMainNumber(label))
  if (main.length === 0) return before >= 1
  const last = lines.findLastIndex(({ label }) => label !== null)
  const within = lines.slice(first, last).filter(isRunning).length
  const after = lines.slice(last + 1).filter(isRunning).length
  // One list in one place, or lists that start again and again, are parts of the text and not its division.
  const isOneList = within <= numbered.length && before + after > numbered.length * 2
  const starts = main.filter(({ label }) => label?.readings.some(({ value }) => value === 1)).length
  const isManyLists = starts > 1 && before + within + after > numbered.length * 2
  return before >= 3 && (isOneList || isManyLists)
}

function namesItsPlace({ label }: LabelledLine): boolean {
  return label !== null && (label.components.length > 1 || label.word !== null)
}

/** Numbers that a plan is divided by, rather than the letters of a list within a paragraph. */
function isMainNumber(label: PlanLabel): boolean {
  const isInner = label.readings.length > 0 && label.readings.every(({ kind }) => kind.startsWith('lower'))
  return !isInner && familyOf(label) === 'plain'
}

/** Gives the paragraphs of an unnumbered document numbers of their own, `¶1`, `¶2` …, from the first sentence on. */
export function numberParagraphs(lines: readonly LabelledLine[]): readonly LabelledLine[] {
  const start = lines.findIndex((line) => isBodyStart(line))
  const from = start === -1 ? 0 : start
  const signatures = findSignatures(lines, from)
  const end = signatures === -1 ? lines.length : signatures
  let count = 0
  let row = -1
  return lines.map((line, index) => {
    if (index < from || index >= end || line.label !== null || line.isBullet) return line
    if (isPageNumber(line) || isSectionHeading(line) || line.line.look.isContents || line.line.look.isTextBox)
      return line
    const cell = line.line.cell
    if (cell !== null && cell.row === row) return line
    row = cell?.row ?? -1
    if (cell === null && isPlainHeading(line, lines[index + 1])) return line
    count += 1
    return { ...line, label: paragraphLabel(count) }
  })
}

function isBodyStart(line: LabelledLine): boolean {
  return (
    line.line.cell === null && !line.line.look.isContents && !isSectionHeading(line) && isSentence(line.text)
  )
}

function findSignatures(lines: readonly LabelledLine[], from: number): number {
  const last = lines.findLastIndex(
    (line) => isSentence(line.text) && !opensSignatures(line) && line.line.cell === null,
  )
  const first = lines.findIndex((line, index) => index > from && opensSignatures(line))
  // A blank to fill in amid the text is no signature: signing starts after the better part of the document.
  return first === -1 || first * 2 < last
    ? lines.findIndex((line, index) => index > last && opensSignatures(line))
    : first
}

/** In files without any styles, a short line above a long one is a heading. */
export function isPlainHeading(line: LabelledLine, next: LabelledLine | undefined): boolean {
  if (line.label !== null || line.isBullet || next === undefined || next.label !== null || next.isBullet)
    return false
  const isShort = line.text.length <= shortLine && /^\p{Lu}/u.test(line.text) && !/[.;:,!?]$/.test(line.text)
  return isShort && next.line.cell === null && next.text.length > shortLine && isSentence(next.text)
}

function paragraphLabel(count: number): PlanLabel {
  const core = `¶${count}`
  return { printed: '', core, word: null, shape: 'paragraph', readings: [], components: [core], list: null }
}
