import { cleanModel, modelTexts } from './clean-model.ts'
import { comparable, comparableWords, digitRuns, isTelling, runsOf } from './leak-words.ts'
import { findAccountNumbers } from './leak-numbers.ts'
import type { DocumentModel } from './model.ts'

/** Data classes of what may not leave; P0 is a protected location. `caucus` is what one parent said in confidence. */
export type LeakClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P5' | 'P6' | 'P7' | 'P8' | 'P9' | 'caucus'

/** Something that must not appear. A `passage` is long text: five of its words in a row are enough to find it. */
export interface ProtectedValue {
  readonly value: string
  readonly class: LeakClass
  /** Where it is kept, as a code: `contact-address`, `private-note`, `session-entry`, ... */
  readonly where: string
  readonly kind: 'value' | 'passage'
}

export interface LeakFinding {
  readonly class: LeakClass
  readonly where: string
  /** Where it would be printed: `title`, `file-name`, `legend`, `block-12`, ... */
  readonly place: string
  /** Heading above the place, for people. */
  readonly section: string
  /** The words of the document that gave it away. */
  readonly found: string
  readonly canOverride: boolean
  readonly advice: 'take-out' | 'take-out-or-justify'
}

export interface LeakOptions {
  readonly suggestedName?: string
  /** Texts both parents know, such as the plan: a passage that only repeats them is no leak. */
  readonly sharedTexts?: readonly string[]
}

/**
 * Searches everything that would leave, the file name and the title included, for protected values.
 *
 * Case, accents, punctuation, spacing and invisible characters do not hide a value; phone numbers are compared by
 * their digits. A finding of class P0 cannot be overridden; the others need a reason and a second look.
 */
export function checkLeaks(
  model: DocumentModel,
  values: readonly ProtectedValue[],
  options: LeakOptions = {},
): readonly LeakFinding[] {
  const places = placesOf(model, options.suggestedName)
  const shared = sharedWords(options.sharedTexts ?? [])
  const found = [
    ...values.flatMap((value) => places.flatMap((place) => findIn(place, value, shared))),
    ...places.flatMap((place) =>
      findAccountNumbers(place.text).map((number) => finding(place, NUMBER, number)),
    ),
  ]
  return distinct(found)
}

/** Words in a row that make a passage. */
const RUN = 5
const NUMBER: ProtectedValue = { value: '', class: 'P6', where: 'account-number', kind: 'value' }

interface Place {
  readonly place: string
  readonly section: string
  readonly text: string
  readonly words: string
  readonly runs: ReadonlySet<string>
  readonly digits: readonly string[]
}

function placesOf(source: DocumentModel, suggestedName: string | undefined): readonly Place[] {
  const model = cleanModel(source)
  const headings = model.blocks.map((_, index) => headingAbove(model, index))
  const texts = [
    ...modelTexts(model),
    ...(suggestedName === undefined ? [] : [{ place: 'file-name', text: suggestedName }]),
  ]
  return texts.map(({ place, text }) => {
    const words = comparableWords(text)
    const block = /^block-(\d+)$/.exec(place)?.[1]
    return {
      place,
      section: block === undefined ? '' : (headings[Number(block) - 1] ?? ''),
      text,
      words: ` ${words.join(' ')} `,
      runs: new Set(runsOf(words, RUN)),
      digits: digitRuns(text),
    }
  })
}

function headingAbove(model: DocumentModel, index: number): string {
  const heading = model.blocks.slice(0, index + 1).findLast((block) => block.type === 'heading')
  return heading?.text ?? ''
}

function findIn(place: Place, value: ProtectedValue, shared: SharedWords): readonly LeakFinding[] {
  const digits = phoneDigits(value.value)
  if (digits !== null && place.digits.some((run) => run.includes(digits)))
    return [finding(place, value, value.value)]
  const words = comparableWords(value.value)
  const whole = words.join(' ')
  const isWhole = whole.length >= SHORTEST && place.words.includes(` ${whole} `)
  if (value.kind === 'value') return isWhole ? [finding(place, value, whole)] : []
  if (words.length < RUN) {
    const isLeak = isWhole && words.length > 1 && !shared.text.includes(` ${whole} `)
    return isLeak ? [finding(place, value, whole)] : []
  }
  const run = runsOf(words, RUN).find(
    (each) => place.runs.has(each) && !shared.runs.has(each) && isTelling(each),
  )
  return run === undefined ? [] : [finding(place, value, run)]
}

interface SharedWords {
  readonly text: string
  readonly runs: ReadonlySet<string>
}

function sharedWords(texts: readonly string[]): SharedWords {
  const words = texts.map(comparableWords)
  return {
    text: words.map((each) => ` ${each.join(' ')} `).join('|'),
    runs: new Set(words.flatMap((each) => runsOf(each, RUN))),
  }
}

/** A value shorter than this is too common to search for. */
const SHORTEST = 3

/** The digits of a value that is a phone number and little else: seven or more, the last ten of them. */
function phoneDigits(value: string): string | null {
  const digits = value.normalize('NFKC').replaceAll(/\D/g, '')
  const letters = comparable(value).replaceAll(/[\d ]/g, '')
  return digits.length >= 7 && letters.length <= 4 ? digits.slice(-10) : null
}

function finding(place: Place, value: ProtectedValue, found: string): LeakFinding {
  const canOverride = value.class !== 'P0'
  return {
    class: value.class,
    where: value.where,
    place: place.place,
    section: place.section,
    found,
    canOverride,
    advice: canOverride ? 'take-out-or-justify' : 'take-out',
  }
}

function distinct(findings: readonly LeakFinding[]): readonly LeakFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ class: leak, where, place, found }) => {
    const key = [leak, where, place, found].join('\n')
    return seen.has(key) ? false : seen.add(key)
  })
}
