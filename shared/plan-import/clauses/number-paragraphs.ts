import type { LabelledLine } from '../labels/find-labels.ts'
import type { PlanLabel } from '../labels/label-types.ts'
import type { ImportWarning } from '../plan-types.ts'
import { familyOf } from './clause-node.ts'
import { isClauseHeading, isPageNumber, isSectionHeading, opensSignatures } from './line-kinds.ts'
import { isSentence } from './sentences.ts'

const shortLine = 50

/** A document in which everything that can be cited has a number. */
export interface NumberedLines {
  readonly lines: readonly LabelledLine[]
  readonly warnings: readonly ImportWarning[]
}

/**
 * Gives paragraphs numbers where the document has none: all of them, `¶1`, `¶2` …, when it is cited by paragraph, and
 * those in front when its numbers only begin in a schedule or a list near the end.
 */
export function completeNumbers(lines: readonly LabelledLine[]): NumberedLines {
  if (isUnnumbered(lines)) {
    return { lines: numberParagraphs(lines), warnings: [{ code: 'unnumbered-document' }] }
  }
  const first = lines.findIndex(({ label }) => label !== null)
  if (!isMostlyBefore(lines, first)) return { lines, warnings: [] }
  const front = numberParagraphs(lines.slice(0, first))
  const paragraph = front.findIndex(({ label }) => label !== null)
  return {
    lines: [...front, ...lines.slice(first)],
    warnings: [{ code: 'unnumbered-section', citation: '¶1', paragraph }],
  }
}

function isMostlyBefore(lines: readonly LabelledLine[], first: number): boolean {
  const sizeOf = (some: readonly LabelledLine[]) =>
    some.reduce((sum, line) => sum + (isSentence(line.text) ? line.text.length : 0), 0)
  const before = lines.slice(0, first)
  const isFormal = before.filter(({ text }) => /^whereas\b/i.test(text)).length > 1
  const sentences = before.filter((line) => isBodyStart(line)).length
  return !isFormal && sentences >= 5 && sizeOf(before) > sizeOf(lines) * 0.6
}

/** Tells whether the document is to be cited by paragraph: it has no numbers, or only lists inside running text. */
function isUnnumbered(lines: readonly LabelledLine[]): boolean {
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

/** Numbers the paragraphs from the first sentence to the signatures; bullets under a colon stay with their paragraph. */
function numberParagraphs(lines: readonly LabelledLine[]): readonly LabelledLine[] {
  const start = lines.findIndex((line, index) => isBodyStart(line) || isShortWording(line, lines[index - 1]))
  const from = start === -1 ? 0 : start
  const signatures = findSignatures(lines, from)
  const end = signatures === -1 ? lines.length : signatures
  let count = 0
  let row = -1
  let leadsOn = false
  return lines.map((line, index) => {
    if (index < from || index >= end || line.label !== null) return line
    if (isSectionHeading(line)) leadsOn = false
    if (isPageNumber(line) || isSectionHeading(line) || line.line.look.isContents || line.line.look.isTextBox)
      return line
    if (line.isBullet && leadsOn) return line
    if (!line.isBullet) leadsOn = line.text.endsWith(':')
    const cell = line.line.cell
    if (cell !== null && cell.row === row) return line
    row = cell?.row ?? -1
    if (cell === null && isPlainHeading(line, lines[index + 1])) return line
    count += 1
    return { ...line, isBullet: false, label: paragraphLabel(count) }
  })
}

function isBodyStart(line: LabelledLine): boolean {
  const isText = line.line.cell === null && !line.line.look.isContents && !isSectionHeading(line)
  return isText && (isSentence(line.text) || line.isBullet)
}

/** A short sentence right under a styled heading: `A has weekdays.` */
function isShortWording(line: LabelledLine, above: LabelledLine | undefined): boolean {
  const isUnderHeading = above !== undefined && above.line.look.outline !== null && isSectionHeading(above)
  const isWording = line.line.cell === null && !isSectionHeading(line) && !opensSignatures(line)
  return isUnderHeading && isWording && /^\p{L}.*\s.*\.$/su.test(line.text)
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
