import type { InstrumentHead } from '../authority/instrument.ts'
import type { CaseHead } from '../case/case.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { DecisionContent } from './decision.ts'

export type FeeProblem =
  | { readonly code: 'reallocation-not-allowed' }
  | { readonly code: 'no-earlier-warning'; readonly partyId: string }
  | { readonly code: 'reallocation-unreasoned' }
  /** The words on fees say another share than the agreed one, past the rule that a shift has to pass. */
  | { readonly code: 'fees-shifted-in-words'; readonly words: string }

/**
 * Checks a shift of the fees for this issue from the agreed split: only where the instrument allows it, only after an
 * earlier written warning where it asks for one, and only with a reason. Charging is itself a decision.
 */
export function checkFees(
  content: DecisionContent,
  instrument: InstrumentHead,
  matter: CaseHead,
  on: PlainDate,
): readonly FeeProblem[] {
  const { reallocation } = content
  if (!reallocation) return findShiftInWords(content.feesText, instrument)
  if (instrument.reallocation === 'not-allowed') return [{ code: 'reallocation-not-allowed' }]
  const wasWarned = matter.warnings.some(
    (warning) => warning.partyId === reallocation.partyId && warning.on < on,
  )
  if (instrument.reallocation === 'after-written-warning' && !wasWarned)
    return [{ code: 'no-earlier-warning', partyId: reallocation.partyId }]
  return reallocation.reason.trim() ? [] : [{ code: 'reallocation-unreasoned' }]
}

const whole =
  /\b(?:(?:pays?|bears?|covers?|owes?) (?:all|(?:the )?(?:whole|entire|full))|sole(?:ly)? responsib(?:le|ility))\b/iu
const percents = /\b(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/giu

function findShiftInWords(text: string, { feeSplit }: InstrumentHead): readonly FeeProblem[] {
  const agreed = feeSplit.map(({ percent }) => percent)
  const other = [...text.matchAll(percents)].find((match) => !agreed.includes(Number(match[1])))
  const words = whole.exec(text)?.[0] ?? other?.[0]
  return words === undefined ? [] : [{ code: 'fees-shifted-in-words', words }]
}
