import type { CaseHead } from '#shared/domain/case/case.ts'
import type { DisputeHead } from '#shared/domain/dispute/dispute.ts'
import { hearings } from '#shared/domain/dispute/heard.ts'
import { dateIn, dateTimeIn, daysBetween } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'

export interface AwaitedAnswers {
  readonly names: readonly string[]
  /** The minute at which the last window closes. */
  readonly until: string | null
}

/** Whose answer is still awaited, and until when. */
export function awaitedAnswers(dispute: DisputeHead, matter: CaseHead, now: string): AwaitedAnswers {
  const waiting = hearings(dispute, matter.parties, now, matter.zone).flatMap((each) =>
    each.state === 'window-open' ? [each] : [],
  )
  const names = waiting.map(({ partyId }) => matter.parties.find(({ id }) => id === partyId)?.shortName ?? '')
  const [last = null] = waiting
    .map(({ answerBy }) => answerBy)
    .toSorted()
    .reverse()
  return { names, until: last }
}

/** Says how far off the end of a time to answer is: "in 3 days". */
export function distance(until: string, now: string, zone: string): string {
  if (dateTimeIn(zone, now) >= until) return t('disputes.over')
  const [date = ''] = until.split('T')
  // Midnight belongs to the day before it.
  const days = daysBetween(dateIn(zone, now), date) - (until.endsWith('T00:00') ? 1 : 0)
  return t('disputes.inDays', { count: Math.max(0, days) })
}
