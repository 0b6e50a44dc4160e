import { z } from 'zod'
import { addYears, type PlainDate } from '../time/plain-date.ts'
import { ExclusionCodeSchema } from '../values.ts'
import type { Deadline, DecisionType } from './instrument.ts'

/**
 * How well a fact of a profile is known: read in the primary text, read in a secondary source, or not verified.
 * What is not verified is never printed and never defaulted; the user is asked.
 */
export const Mark = z.enum(['primary', 'secondary', 'unverified'])

/** What one place asks of a coordinator. A starting point only: the order or agreement of the case narrows it. */
export const Profile = z.object({
  id: z.string(),
  name: z.string(),
  law: z.string(),
  /** When these facts were last read. */
  checkedOn: z.iso.date(),
  decisionTypes: z.array(z.enum(['none', 'recommend', 'decide-temporary', 'decide-binding'])),
  decisionTitle: z.string(),
  recommendationTitle: z.string(),
  /** Longest term from the day the instrument is made; `null` where none is known. */
  longestTermYears: z.object({ years: z.number(), mark: Mark, source: z.string() }).nullable(),
  review: z.object({ text: z.string(), mark: Mark, source: z.string() }).nullable(),
  deadlines: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      days: z.number().nullable(),
      mark: Mark,
      source: z.string(),
    }),
  ),
  exclusions: z.array(ExclusionCodeSchema),
  notes: z.array(z.string()),
})

export type Profile = z.infer<typeof Profile>

/** The deadlines of a profile as an instrument starts with them: a number only where the primary text was read. */
export function startingDeadlines(profile: Profile): readonly Deadline[] {
  return profile.deadlines.map(({ id, label, days, mark, source }) =>
    mark === 'primary' && days !== null
      ? { id, label, days, state: 'checked', source }
      : { id, label, days: null, state: 'to-ask', source },
  )
}

/**
 * The last day of authority by operation of law, where the primary text sets one: the anniversary of the day the
 * instrument was made. Null where no verified limit is known.
 */
export function lawfulTermEnd(profile: Profile, madeOn: PlainDate): PlainDate | null {
  const limit = profile.longestTermYears
  return limit?.mark === 'primary' ? addYears(madeOn, limit.years) : null
}

/** The review text of a profile, where it may be printed. */
export function printableReview(profile: Profile): string {
  return profile.review && profile.review.mark !== 'unverified' ? profile.review.text : ''
}

/** What a decision is called under a profile, by the power that the instrument gives. */
export function documentTitleFor(profile: Profile, type: DecisionType): string {
  return type === 'decide-binding' || type === 'decide-temporary'
    ? profile.decisionTitle
    : profile.recommendationTitle
}
