import type { DecisionType } from '../authority/instrument.ts'
import { daysBetween } from '../time/plain-date.ts'
import type { OperativeTerm } from './decision.ts'

/** Why a term is not minor or not temporary. */
export type TermProblem =
  /** A lasting change of parenting time or of an exchange time that the plan sets. */
  | { readonly code: 'lasting-change'; readonly termId: string }
  /** Words of permanence; no answer lifts these, only another wording. */
  | { readonly code: 'permanent-words'; readonly termId: string; readonly words: string }
  /** The yearly share of overnights would move for good. */
  | {
      readonly code: 'share-changes'
      readonly termId: string
      readonly before: number
      readonly after: number
    }
  | { readonly code: 'ends-before-it-starts'; readonly termId: string }
  /** The instrument allows temporary decisions only, and this term has no end. */
  | { readonly code: 'needs-an-end'; readonly termId: string }
  | { readonly code: 'too-long'; readonly termId: string; readonly days: number }

const permanence = /\b(?:permanent(?:ly)?|for good|from now on|for ever|forever|indefinitely)\b/iu

/** A "temporary" change of parenting time beyond this many days is a new schedule by another name. */
export const longestTemporaryDays = 366

/** Applies the test "minor and temporary" to each operative term. */
export function findTermProblems(
  terms: readonly OperativeTerm[],
  decisionType: DecisionType,
): readonly TermProblem[] {
  return terms.flatMap((term) => [
    ...lastingProblems(term),
    ...periodProblems(term),
    ...endProblems(term, decisionType),
  ])
}

function touchesSchedule(term: OperativeTerm): boolean {
  return term.effect === 'parenting-time' || term.effect === 'exchange-time'
}

function lastingProblems(term: OperativeTerm): readonly TermProblem[] {
  const problems: TermProblem[] = []
  const { id: termId, duration, overnights } = term
  const words = permanence.exec(term.text)?.[0]
  if (words) problems.push({ code: 'permanent-words', termId, words })
  if (duration.kind === 'standing' && touchesSchedule(term)) problems.push({ code: 'lasting-change', termId })
  if (duration.kind === 'standing' && overnights && overnights.before !== overnights.after)
    problems.push({ code: 'share-changes', termId, before: overnights.before, after: overnights.after })
  return problems
}

function periodProblems(term: OperativeTerm): readonly TermProblem[] {
  if (term.duration.kind !== 'until') return []
  const { start, end } = term.duration
  if (end < start) return [{ code: 'ends-before-it-starts', termId: term.id }]
  const days = daysBetween(start, end)
  return touchesSchedule(term) && days > longestTemporaryDays
    ? [{ code: 'too-long', termId: term.id, days }]
    : []
}

function endProblems(term: OperativeTerm, decisionType: DecisionType): readonly TermProblem[] {
  const isOpenEnded = term.duration.kind === 'standing' && term.duration.reviewOn === null
  return decisionType === 'decide-temporary' && isOpenEnded ? [{ code: 'needs-an-end', termId: term.id }] : []
}
