import type { ExclusionCode } from '../authority/issue-codes.ts'
import type { ContractExclusion, InstrumentHead } from '../authority/instrument.ts'
import type { DecisionContent, ExclusionAnswer, OperativeTerm } from './decision.ts'

/** Words of a draft that may belong to an excluded matter; a person has to say whether they do. */
export interface ExclusionHit {
  readonly exclusion: ExclusionCode
  readonly termId: string
  /** The words as they stand in the term, lower case. */
  readonly words: string
  /** The matter, where the instrument itself excludes it. */
  readonly matter: string | null
}

/** Words that point to an excluded matter. They ask a question; only a person answers it. */
const suspiciousWords: Readonly<Record<ExclusionCode, RegExp | null>> = {
  'X-01':
    /\b(?:(?:sole|legal|joint) custody|custody of|guardian(?:ship)?|decision[- ]making (?:authority|responsibility|power)|parental responsibilit(?:y|ies)|final say)\b/giu,
  'X-02':
    /\b(?:primary residence|physical custody|residential parent|lives? (?:mainly|primarily|mostly) with|reside[sd]? (?:mainly|primarily) with)\b/giu,
  'X-03':
    /\b(?:majority of (?:the )?(?:time|overnights)|equal (?:parenting )?time|50[/-]50|week[- ]on,? week[- ]off|reduces? [\p{L}’' ]{0,30}parenting time|no (?:further |more )?(?:parenting time|contact|visits?)|supervised (?:time|visits?|visitation)|suspend(?:s|ed)? [\p{L}’' ]{0,30}(?:time|contact|visits?|visitation))\b/giu,
  'X-04':
    /\b(?:relocat(?:e|es|ed|ion)|mov(?:e|es|ing) (?:away|out of (?:state|province)|to another (?:city|town|state|province|country)))\b/giu,
  'X-05':
    /(?:\b(?:child support|spousal support|alimony|maintenance payments?|reimburse(?:[sd]|ments?)?|refund(?:s|ed)?|compensat(?:es?|ed|ion) (?:for )?(?:the )?(?:cost|loss|expense)s?|(?:shall|must|will|to) pay|pays? (?:for|the|half|back|all|into)|(?:bears?|covers?|contributes?|owes?) (?:[\p{L}’']+ ){0,3}(?:costs?|fees?|expenses?|half)|(?:costs?|fees?|expenses?) (?:(?:is|are) )?(?:to be )?(?:shared|split|borne|paid)|at (?:[\p{L}’']+ )?expense|dollars|euros)\b|\b\d+(?:\.\d+)? ?(?:%|per ?cent\b)|[$€£]\s?\d)/giu,
  'X-06': /\b(?:property|mortgage|debts?|pension|matrimonial home|bank account)\b/giu,
  'X-07':
    /\b(?:time|visits?|visitation|contact|access) (?:for|with|to) (?:the )?(?:grand(?:mother|father|parents?)|step[- ]?(?:mother|father|parent)|aunt|uncle)\b/giu,
  'X-08':
    /\b(?:protection order|protective order|restraining order|no[- ]contact (?:order|term|condition)|peace bond)\b/giu,
  'X-09':
    /\b(?:choice of school|change(?:s)? (?:of )?school|enrol(?:l|led|s|ls)? (?:\p{L}+ )?(?:in|at) [\p{L}’' ]{0,40}(?:school|academy|elementary)|(?:recommended|preferred|better|best) school|ranks? (?:the )?(?:\p{L}+ )?schools?|attends? [\p{L}’' ]{0,40}(?:school|academy|elementary|magnet|college)|transfer(?:s|red)? to [\p{L}’' ]{0,40}school)\b/giu,
  'X-10':
    /\b(?:surgery|vaccinat(?:e|ed|ion)|baptis(?:m|ed)|baptiz(?:ed)|circumcis(?:ion|ed)|psychiatric medication|convert(?:ed)? to)\b/giu,
  'X-11': null,
  'X-12':
    /\b(?:permanent(?:ly)?|for good|from now on|for ever|forever|indefinitely|amend(?:s|ed)? (?:the )?(?:order|plan|clause|paragraph)|replaces? (?:the )?(?:order|plan|clause|paragraph|¶)|modif(?:y|ies|ied) (?:the )?(?:order|plan|judgment|decree)|no longer appl(?:y|ies))\b/giu,
  'X-13':
    /\b(?:contempt|penalt(?:y|ies)|fine[sd]?|sanction(?:s|ed)?|diagnos(?:is|ed)|narcissis(?:t|tic)|alcoholic)\b/giu,
  'X-14':
    /\b(?:step[- ]up (?:schedule|plan)|new (?:regular |weekly )?schedule|new parenting plan|(?:starting|beginning) (?:this|next) week,? every)\b/giu,
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
  const pattern = suspiciousWords[exclusion]
  if (!pattern) return []
  return distinct([...term.text.matchAll(pattern)].map((match) => match[0])).map((words) => ({
    exclusion,
    termId: term.id,
    words,
    matter: null,
  }))
}

function contractHits(term: OperativeTerm, matter: ContractExclusion): readonly ExclusionHit[] {
  const text = term.text.toLowerCase()
  const found = matter.keywords.filter(
    (keyword) => keyword.trim() && text.includes(keyword.trim().toLowerCase()),
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
