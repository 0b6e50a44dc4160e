import type { CaseHead } from '../../domain/case/case.ts'
import type { DecisionContent, IssuedSnapshot } from '../../domain/decision/decision.ts'
import { formatLongDate } from '../../domain/time/plain-date.ts'
import { partyLabel } from './matter.ts'

/** Fees for one issue: the words of the draft, else the agreed split; then a reallocation with its reason. */
export function feesText(
  { feesText: own, reallocation }: Pick<DecisionContent, 'feesText' | 'reallocation'>,
  { feeSplit }: Pick<IssuedSnapshot, 'feeSplit'>,
  matter: Pick<CaseHead, 'parties'>,
): string {
  const shares = feeSplit.map(({ partyId, percent }) => `${partyLabel(matter, partyId)} ${String(percent)}%`)
  const split = shares.length === 0 ? '' : `Fees for this issue are shared as agreed: ${shares.join(', ')}.`
  const parts = [own.trim() === '' ? split : own]
  if (reallocation !== null) {
    const warned =
      reallocation.warnedOn === null
        ? ''
        : ` A written warning was given on ${formatLongDate(reallocation.warnedOn)}.`
    parts.push(
      `For this issue ${partyLabel(matter, reallocation.partyId)} bears ${String(reallocation.percent)}% of the fees. ${reallocation.reason}${warned}`,
    )
  }
  return parts.filter((part) => part !== '').join('\n\n')
}
