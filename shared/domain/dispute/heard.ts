import type { Party } from '../case/case.ts'
import {
  addDays,
  addHours,
  dateTimeIn,
  instantOf,
  type Instant,
  type PlainDateTime,
} from '../time/plain-date.ts'
import type { DisputeHead } from './dispute.ts'

export type Hearing =
  /** Answered, and either said to have nothing to add or the time to answer is over. */
  | { readonly state: 'heard'; readonly partyId: string }
  /** Had notice, stayed silent until the time to answer was over: the work may go on without. */
  | { readonly state: 'silent'; readonly partyId: string; readonly answerBy: PlainDateTime }
  | { readonly state: 'no-notice'; readonly partyId: string }
  | { readonly state: 'window-open'; readonly partyId: string; readonly answerBy: PlainDateTime }

/**
 * Tells for each party whether it had notice and a real chance to answer, as of an instant.
 *
 * A window closes at its minute on the wall clock of the case's zone. Until then only a parent's own word that the
 * answer is complete closes it early. The party who raised the issue is given notice too. What was sent or received
 * later than that instant does not count.
 */
export function hearings(
  dispute: DisputeHead,
  parties: readonly Party[],
  now: Instant,
  zone: string,
): readonly Hearing[] {
  const clock = dateTimeIn(zone, now)
  return parties.map(({ id: partyId }) => {
    const notice = dispute.notices.findLast((each) => each.partyId === partyId && each.sentAt <= clock)
    if (!notice) return { state: 'no-notice', partyId }
    const answers = dispute.answers.filter(
      (each) => each.partyId === partyId && `${each.receivedOn}T00:00` < clock,
    )
    const isOver = clock >= notice.answerBy
    if (answers.some((answer) => answer.complete)) return { state: 'heard', partyId }
    if (!isOver) return { state: 'window-open', partyId, answerBy: notice.answerBy }
    return answers.length > 0
      ? { state: 'heard', partyId }
      : { state: 'silent', partyId, answerBy: notice.answerBy }
  })
}

/** Whether every party was heard or had its chance. */
export function everyoneHeard(states: readonly Hearing[]): boolean {
  return states.every(({ state }) => state === 'heard' || state === 'silent')
}

/**
 * The latest minute to answer after a notice: the window that the instrument gives, counted in elapsed hours.
 * Null where the instrument says nothing: then the user chooses.
 */
export function answerWindowEnd(
  sentAt: PlainDateTime,
  windowHours: number | null,
  zone: string,
): PlainDateTime | null {
  if (windowHours === null) return null
  return dateTimeIn(zone, addHours(instantOf(zone, sentAt), windowHours))
}

/** The minute at which a whole day is over: midnight at the start of the next one. */
export function endOfDay(date: string): PlainDateTime {
  return `${addDays(date, 1)}T00:00`
}
