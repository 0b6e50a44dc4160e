import type { PlanLine } from '../clauses/plan-lines.ts'
import { isSentence } from '../clauses/sentences.ts'
import type { ComputedNumber } from '../word/count-numbers.ts'
import type { LabelCandidate, PlanLabel } from './label-types.ts'
import { sortSequences } from './label-sequences.ts'
import { readLabel } from './read-label.ts'

/** A line with its number taken off, once the whole document has been asked which numbers are numbers. */
export interface LabelledLine {
  readonly line: PlanLine
  readonly label: PlanLabel | null
  readonly text: string
  readonly isBullet: boolean
  /** A typed number that gave way to another one in front of the same paragraph. */
  readonly ignoredNumber: string | null
}

const longestCore = 60
const coverWords = new Set('Exhibit Schedule Appendix Annex Annexure Attachment Addendum'.split(' '))

/** Takes the numbers off all lines: Word's own first, then typed ones that are certain or stand in a sequence. */
export function findLabels(lines: readonly PlanLine[]): readonly LabelledLine[] {
  const found = withoutCover(
    lines,
    lines.map((line) => candidateOf(line)),
  )
  const sequences = sortSequences(found)
  return lines.map((line, index) => {
    const candidate = found[index] ?? null
    const stands = candidate !== null && (!candidate.isWeak || sequences.hasNeighbour(index))
    return labelLine(line, stands ? candidate : null)
  })
}

/** A plan attached to another paper bears `Exhibit A` at its head: that names the paper, and no clause stands under it. */
function withoutCover(
  lines: readonly PlanLine[],
  found: readonly (LabelCandidate | null)[],
): readonly (LabelCandidate | null)[] {
  const first = found.findIndex((candidate) => candidate !== null)
  const word = found[first]?.label.word ?? null
  const isAlone = found.every((candidate, at) => at === first || candidate?.label.word !== word)
  const isAtHead = lines.slice(0, Math.max(0, first)).every(({ text }) => !isSentence(text))
  if (word === null || !coverWords.has(word) || !isAlone || !isAtHead) return found
  return found.map((candidate, at) => (at === first ? null : candidate))
}

function candidateOf(line: PlanLine): LabelCandidate | null {
  const { number, text, cell, look } = line
  if (look.isContents) return null
  const typed = readLabel(text)
  if (isListed(number)) return fromList(number, text, typed)
  // A number alone on its line is a page number, unless its table makes it the number of the row.
  if (typed === null || (typed.rest === '' && typed.isWeak && cell?.isRowNumber !== true)) return null
  if (typed.rest === '' && cell !== null && !cell.isRowNumber) return null
  return typed
}

function fromList(number: ComputedNumber, text: string, typed: LabelCandidate | null): LabelCandidate {
  const own = labelOfNumber(number)
  const isSame = typed !== null && typed.label.core === own.core
  if (isSame) return { label: own, rest: typed.rest, isWeak: false }
  const opensList = typed !== null && /^\((a|i|A|I)\)$/.test(typed.label.printed)
  if (opensList) {
    const outer = own.components.length > 0 ? own.components : [own.core]
    const label = {
      ...own,
      printed: `${own.printed} ${typed.label.printed}`,
      core: own.core + typed.label.printed,
      readings: [],
      components: [...outer, typed.label.printed],
    }
    return { label, rest: typed.rest, isWeak: false }
  }
  const isTyped = typed !== null && !typed.isWeak && typed.label.components.length > 1
  return isTyped ? typed : { label: own, rest: text, isWeak: false }
}

/** The label that Word prints, with the kind of number known for certain rather than guessed from its letters. */
export function labelOfNumber(number: ComputedNumber): PlanLabel {
  const list = { id: number.list, depth: number.depth }
  const read = readLabel(number.text)?.label
  const core = number.text
    .replace(/[\s.:)\]–—-]+$/, '')
    .replace(/^[([]/, '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestCore)
  const kind = number.kind === 'word' ? 'decimal' : number.kind
  if (read === undefined) {
    const saysAll = /\d[^\d]+\d/.test(core)
    const readings = saysAll ? [] : [{ kind, value: number.value }]
    return {
      printed: number.text,
      core,
      word: null,
      shape: 'other#',
      readings,
      components: saysAll ? [core] : [],
      list,
    }
  }
  const readings = read.readings.length > 0 ? [{ kind, value: number.value }] : []
  return { ...read, printed: number.text, readings, list }
}

function labelLine(line: PlanLine, candidate: LabelCandidate | null): LabelledLine {
  const { number } = line
  const isBullet = candidate === null && number?.kind === 'bullet' && number.text !== ''
  if (candidate === null) {
    // A list level without a number may still print a word of its own.
    const word = number?.kind === 'none' && number.text !== '' ? `${number.text} ` : ''
    return { line, label: null, text: word + line.text, isBullet, ignoredNumber: null }
  }
  const ignoredNumber = isListed(number) && candidate.label.list === null ? number.text : null
  return { line, label: candidate.label, text: candidate.rest, isBullet: false, ignoredNumber }
}

/** Whether a list gives the paragraph a number, rather than a bullet or nothing. */
function isListed(number: ComputedNumber | null): number is ComputedNumber {
  return number !== null && number.kind !== 'bullet' && number.kind !== 'none' && number.text !== ''
}
