import { countInWords } from '../word/number-format.ts'
import { readLabelWord } from './label-words.ts'
import type { LabelWord } from './label-words.ts'
import type { LabelCandidate, PlanLabel, Reading } from './label-types.ts'
import { isDateTimeOrAmount, mayBeDate } from './not-a-number.ts'
import type { NumberInPlace } from './not-a-number.ts'
import { plainDigits, readingsOf } from './number-readings.ts'

const invisible = '[\\s\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069]*'
const signPattern = new RegExp(`^${invisible}((?:¶|§|№|#){1,2}${invisible})?`)
const compoundPattern =
  /^((?:\d{1,3}|[A-Z]{1,4})(?:[.\-–]\d{1,3})+)((?<=\d)[A-Za-z](?![A-Za-z]))?((?:\([A-Za-z0-9]{1,5}\))*)/
const mixedPattern = /^(\d{1,3}(?:\.\d{1,3})*)\.([A-Za-z])(?=[.):\s]|$)(?!\s[a-z])()/
const plainPattern = /^(\d{1,3})([A-Za-z](?![A-Za-z]))?((?:\([A-Za-z0-9]{1,5}\))*)/
const bracketPattern = /^([([])([A-Za-z]{1,6}|\d{1,3}(?:\.\d{1,3})*)([)\]])((?:\([A-Za-z0-9]{1,5}\))*)/
const letterPattern = /^([A-Za-z]{1,8})(?=[.)]|\s*$|\t)/
const markPattern = /^(?:\.\)|[.):\]]|\.?\s*[–—]|\.?\s*-(?=\s))/

interface Piece {
  readonly core: string
  readonly open: string
  readonly components: readonly string[]
  readonly readings: readonly Reading[]
  readonly length: number
}

/**
 * Reads the number typed at the start of a paragraph: `7.2`, `7.2.`, `¶7.2`, `§ 7`, `Article IV`, `Section 3.`, `(a)`,
 * `a)`, `iv.`, `1)`, `7.2(a)`, `7. (a)`. Null when there is none, or when it is a date, a time or an amount.
 */
export function readLabel(text: string): LabelCandidate | null {
  const digits = plainDigits(text)
  const sign = signPattern.exec(digits)
  const signLength = sign?.[0].length ?? 0
  const word = readLabelWord(digits.slice(signLength))
  const coreAt = signLength + (word?.length ?? 0)
  const tail = digits.slice(coreAt)
  const piece = readPiece(tail, word)
  if (piece === null) return null
  const mark = readMark(tail.slice(piece.length), piece)
  const restAt = coreAt + piece.length + mark.length
  const behind = digits.slice(restAt)
  const hasSign = sign?.[1] !== undefined
  if (!separates(behind, piece, mark, word !== null)) return null
  const rest = behind.trimStart()
  const inPlace = { core: piece.core, mark: mark.trim(), rest }
  if (!hasSign && (isDateTimeOrAmount(inPlace) || isCount(inPlace, behind))) return null
  if (word !== null && !hasSign && !wordLabelStands(mark, behind)) return null
  const label = makeLabel(text.slice(0, restAt).trim(), piece, mark.trim(), word, hasSign)
  const candidate: LabelCandidate = {
    label,
    rest: text.slice(restAt).trim(),
    isWeak: !hasSign && word === null && (isWeak(piece, mark.trim(), behind) || mayBeDate(inPlace)),
  }
  return word === null ? withSecondLabel(candidate) : candidate
}

function readPiece(tail: string, word: LabelWord | null): Piece | null {
  const mixed = mixedPattern.exec(tail)
  if (mixed !== null) {
    const components = [...(mixed[1] ?? '').split('.'), mixed[2] ?? '']
    return { core: mixed[0], open: '', components, readings: [], length: mixed[0].length }
  }
  const compound = compoundPattern.exec(tail)
  if (compound !== null) return compoundPiece(compound, tail)
  const plain = plainPattern.exec(tail)
  if (plain !== null) return plainPiece(plain)
  const bracket = bracketPattern.exec(tail)
  if (bracket !== null) return bracketPiece(bracket)
  const named = word === null ? null : /^[A-Za-z]+(?:-[A-Za-z]+)?/.exec(tail)
  const counted = named === null ? null : countInWords(named[0])
  if (named !== null && counted !== null) {
    return { ...single(named[0], [{ kind: 'decimal', value: counted }]), length: named[0].length }
  }
  const letters = (word === null ? letterPattern : /^([A-Z]{1,8})(?![A-Za-z])/).exec(tail)
  const readings = readingsOf(letters?.[1] ?? '')
  return letters === null || readings.length === 0 ? null : single(letters[1] ?? '', readings)
}

function single(core: string, readings: readonly Reading[]): Piece {
  return { core, open: '', components: [], readings, length: core.length }
}

function compoundPiece(match: RegExpExecArray, tail: string): Piece | null {
  const [, numbers = '', suffix = '', brackets = ''] = match
  // In `7.2A parent ...` the letter begins the sentence; in `7.2A The parents ...` it belongs to the number.
  const keepsSuffix = suffix !== '' && (brackets !== '' || !/^\s[a-z]/.test(tail.slice(match[0].length)))
  const core = keepsSuffix ? match[0] : numbers
  if (/^[A-Z]/.test(core) && !/^[A-Z]{1,4}[.\-–]\d/.test(core)) return null
  const components = [
    ...numbers.split(/[.\-–]/),
    ...(keepsSuffix ? [suffix, ...splitBrackets(brackets)].filter((part) => part !== '') : []),
    ...(suffix === '' ? splitBrackets(brackets) : []),
  ]
  const length = suffix === '' ? match[0].length : core.length
  return { core: suffix === '' ? match[0] : core, open: '', components, readings: [], length }
}

function plainPiece(match: RegExpExecArray): Piece {
  const [core, number = '', suffix = '', brackets = ''] = match
  if (suffix === '' && brackets === '') return single(number, readingsOf(number))
  const components = [number + suffix, ...splitBrackets(brackets)]
  return { core, open: '', components, readings: [], length: core.length }
}

function bracketPiece(match: RegExpExecArray): Piece | null {
  const [whole, open = '', inner = '', close = '', brackets = ''] = match
  if ((open === '(') !== (close === ')')) return null
  const readings = readingsOf(inner)
  if (inner.includes('.')) {
    return { core: inner, open, components: inner.split('.'), readings: [], length: whole.length - 1 }
  }
  if (readings.length === 0) return null
  if (brackets === '') return { core: inner, open, components: [], readings, length: whole.length - 1 }
  return { core: whole, open, components: splitBrackets(whole), readings: [], length: whole.length }
}

function splitBrackets(brackets: string): readonly string[] {
  return brackets.match(/\([A-Za-z0-9]+\)/g) ?? []
}

function readMark(tail: string, piece: Piece): string {
  if (piece.open !== '' && !piece.core.startsWith(piece.open)) return /^[)\]][.:]?/.exec(tail)?.[0] ?? ''
  return markPattern.exec(tail)?.[0] ?? ''
}

/** After the number comes space or the end; a capital may follow at once where the number cannot be a word. */
function separates(behind: string, piece: Piece, mark: string, hasWord: boolean): boolean {
  if (behind === '' || /^\s/.test(behind)) return true
  const isLetter = /^[A-Za-z]$/.test(piece.core) && piece.open === ''
  const standsAlone = piece.components.length > 0 || (mark !== '' && !isLetter)
  return standsAlone && !hasWord && /^[\p{Lu}“"‘'«([\u0590-\u08FF\u4E00-\u9FFF]/u.test(behind)
}

/** `2 adults may come` counts adults; a bare number that opens a clause has a capital, or more than a space, behind it. */
function isCount({ core, mark }: NumberInPlace, behind: string): boolean {
  return /^\d{1,3}$/.test(core) && mark === '' && /^ \p{Ll}/u.test(behind)
}

/** `Section 3 Exchanges` and `Section 3. ...` are numbers of clauses; `Section 3 of the Act` only mentions one. */
function wordLabelStands(mark: string, behind: string): boolean {
  if (mark.trim() !== '' || behind.trim() === '' || /^\s*[\t\n\u00A0]|^\s{2}/.test(behind)) return true
  return /^\s+[\p{Lu}“"([]/u.test(behind)
}

function isWeak(piece: Piece, mark: string, behind: string): boolean {
  if (piece.components.length > 0)
    return /^[A-Z]/.test(piece.core) || (/[-–]/.test(piece.core) && mark === '')
  const lowest = Math.min(...piece.readings.map((reading) => reading.value))
  const isDigits = piece.readings.some((reading) => reading.kind === 'decimal')
  if (isDigits && piece.open === '')
    return mark === '' && !/^(?:\t| {2,}|\u00A0|[\u2000-\u200A])/.test(behind)
  if (isDigits) return lowest > 1
  return lowest > 1 || mark === '.' || mark === ':' || mark === ''
}

function makeLabel(
  printed: string,
  piece: Piece,
  mark: string,
  word: LabelWord | null,
  hasSign: boolean,
): PlanLabel {
  const shape = `${hasSign ? '¶' : ''}${word?.word ?? ''}${piece.open}#${mark.replace(/\s+/g, '')}`
  return {
    printed,
    core: piece.core,
    word: word?.isContainer ? word.word : null,
    shape,
    readings: piece.readings,
    components: piece.components,
    list: null,
  }
}

/** In `7.2 (a) ...` the first letter stands on the line that opens the clause: both together are the number. */
function withSecondLabel(candidate: LabelCandidate): LabelCandidate {
  const { label } = candidate
  const isNumber = /^\d/.test(label.core)
  const second = isNumber ? /^\((a|A|i|I)\)(?=\s|$)/.exec(candidate.rest) : null
  if (second === null) return candidate
  const rest = candidate.rest.slice(second[0].length).trimStart()
  const own = label.components.length > 0 ? label.components : [label.core]
  return {
    ...candidate,
    rest,
    label: {
      ...label,
      printed: `${label.printed} ${second[0]}`,
      core: `${label.core}${second[0]}`,
      readings: [],
      components: [...own, second[0]],
    },
  }
}
