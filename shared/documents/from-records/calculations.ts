import type { CaseHead } from '../../domain/case/case.ts'
import type { Calculation } from '../../domain/decision/decision.ts'
import { checkMakeUp, splitBreak, tallyLateness } from '../../domain/parenting-time/arithmetic.ts'
import { formatMinutes } from '../../domain/time/minutes.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import type { CalculationContent } from '../builders/input.ts'
import { writtenDateTime, writtenSpan } from '../words/dates.ts'
import { partyLabel } from './matter.ts'

type Lateness = Extract<Calculation, { kind: 'lateness' }>
type MakeUp = Extract<Calculation, { kind: 'make-up' }>
type Split = Extract<Calculation, { kind: 'split' }>

/** Does the sums of a decision again from their figures and writes them out, so that a reader can follow each step. */
export function calculationContent(
  calculation: Calculation,
  matter: Pick<CaseHead, 'parties'>,
  zone: string,
): CalculationContent {
  switch (calculation.kind) {
    case 'lateness':
      return lateness(calculation)
    case 'make-up':
      return makeUp(calculation, zone)
    case 'split':
      return split(calculation, matter, zone)
  }
}

function lateness({ title, rows }: Lateness): CalculationContent {
  const tally = tallyLateness(rows)
  return {
    title,
    table: {
      columns: ['Exchange on', 'Minutes late'],
      rows: rows.map(({ on, minutes }) => [formatLongDate(on), String(minutes)]),
    },
    lines: [tally.formula, `Late at ${String(tally.late)} of ${String(tally.exchanges)} exchanges.`],
  }
}

function makeUp({ title, owedMinutes, from, to }: MakeUp, zone: string): CalculationContent {
  const check = checkMakeUp(zone, owedMinutes, from, to)
  const time = `${writtenSpan(from, to)}: ${minutesInWords(check.minutes)}`
  const rest =
    check.difference === 0
      ? 'It is exactly the time owed.'
      : check.difference > 0
        ? `Still owed: ${minutesInWords(check.difference)}.`
        : `More than owed by ${minutesInWords(-check.difference)}.`
  return { title, table: null, lines: [`${time}.`, `Owed: ${minutesInWords(owedMinutes)}. ${rest}`] }
}

function split(each: Split, matter: Pick<CaseHead, 'parties'>, zone: string): CalculationContent {
  const result = splitBreak(zone, each.start, each.end, each.exchangeAt)
  const share = (id: string, minutes: number, nights: number) => [
    partyLabel(matter, id),
    formatMinutes(minutes),
    String(nights),
  ]
  const difference = Math.abs(result.firstMinutes - result.secondMinutes)
  return {
    title: each.title,
    table: {
      columns: ['With', 'Time', 'Nights'],
      rows: [
        share(each.firstPartyId, result.firstMinutes, result.firstNights),
        share(each.secondPartyId, result.secondMinutes, result.secondNights),
      ],
    },
    lines: [
      `${writtenSpan(each.start, each.end)}: ${formatMinutes(result.totalMinutes)}, ${String(result.totalNights)} nights.`,
      `Exact midpoint: ${writtenDateTime(result.midpoint)}`,
      `Exchange: ${writtenDateTime(each.exchangeAt)}`,
      `${formatMinutes(result.firstMinutes)} + ${formatMinutes(result.secondMinutes)} = ${formatMinutes(result.totalMinutes)}; the two parts differ by ${formatMinutes(difference)}.`,
      ...(result.totalNights % 2 === 0 ? [] : [`${String(result.totalNights)} nights cannot be halved.`]),
    ],
  }
}

function minutesInWords(minutes: number): string {
  return `${String(minutes)} minutes (${formatMinutes(minutes)})`
}
