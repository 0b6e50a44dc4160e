import type { ExclusionCode } from '../authority/issue-codes.ts'
import type { ContractExclusion, InstrumentHead } from '../authority/instrument.ts'
import type { DecisionContent, ExclusionAnswer, OperativeTerm } from './decision.ts'
import { hasKeyword, suspiciousWords, withOtherWords } from './excluded-words.ts'

/** Words of a draft that may belong to an excluded matter; a person has to say whether they do. */
export interface ExclusionHit {
  readonly exclusion: ExclusionCode
  readonly termId: string
  /** The words as they stand in the term, lower case. */
  readonly words: string
  /** The matter, where the instrument itself excludes it. */
  readonly matter: string | null
}

/**
 * Reads the operative terms for words that suggest an excluded matter: the exclusions the instrument keeps, and the
 * matters it excludes itself. A term that is said to be standing is read for weekdays and times as well, because a
 * lasting change of the pattern is usually written that way.
 */
export function findExclusionHits(
  terms: readonly OperativeTerm[],
  instrument: InstrumentHead,
): readonly ExclusionHit[] {
  return terms.flatMap((term) => [
    ...instrument.exclusions.flatMap((exclusion) => hitsOf(term, exclusion)),
    ...instrument.contractExclusions.flatMap((matter) => contractHits(term, matter)),
    ...lastingPatternHits(term, instrument),
  ])
}

/** The recorded answer to a hit; an answer holds only for the very words it was given for. */
export function answerTo(hit: ExclusionHit, content: DecisionContent): ExclusionAnswer | undefined {
  return content.answers.findLast(
    (answer) => answer.exclusion === hit.exclusion && answer.words === hit.words,
  )
}

function hitsOf(term: OperativeTerm, exclusion: ExclusionCode): readonly ExclusionHit[] {
  const pattern = suspiciousWords(exclusion, term.duration.kind === 'once')
  if (!pattern) return []
  return distinct([...term.text.matchAll(pattern)].map((match) => match[0])).map((words) => ({
    exclusion,
    termId: term.id,
    words,
    matter: null,
  }))
}

function contractHits(term: OperativeTerm, matter: ContractExclusion): readonly ExclusionHit[] {
  const found = withOtherWords(matter.text, matter.keywords).filter((keyword) =>
    hasKeyword(term.text, keyword),
  )
  return distinct(found).map((words) => ({ exclusion: 'X-11', termId: term.id, words, matter: matter.text }))
}

const weekdayOrTime =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bevery (?:week|other|second|month)\b/giu

function lastingPatternHits(term: OperativeTerm, instrument: InstrumentHead): readonly ExclusionHit[] {
  if (term.duration.kind !== 'standing' || !instrument.exclusions.includes('X-12')) return []
  return distinct([...term.text.matchAll(weekdayOrTime)].map((match) => match[0])).map((words) => ({
    exclusion: 'X-12',
    termId: term.id,
    words,
    matter: null,
  }))
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((each) => each.toLowerCase()))]
}
