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

const bearing =
  '(?:pays?|bears?|covers?|owes?|carries|carry|shoulders?|(?:is|are) (?:charged|borne|paid|carried))'
const whole = new RegExp(
  String.raw`(?<!\p{L})(?:${bearing} (?!half|an equal|one half|50)(?:[\p{L}.’']+ ){0,4}(?:all|alone|everything|whole|entire|full|solely|two[- ]thirds|three[- ]quarters)|alone ${bearing}|sole(?:ly)? responsib(?:le|ility)|charged (?:only )?to(?! (?:both|each|the parents|the parties)))(?!\p{L})`,
  'iu',
)
const percents = /\b(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)/giu

function findShiftInWords(text: string, { feeSplit }: InstrumentHead): readonly FeeProblem[] {
  const agreed = feeSplit.map(({ percent }) => percent)
  const other = [...text.matchAll(percents)].find((match) => !agreed.includes(Number(match[1])))
  const words = whole.exec(text)?.[0] ?? other?.[0]
  return words === undefined ? [] : [{ code: 'fees-shifted-in-words', words }]
}
