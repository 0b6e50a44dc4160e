import {
  checkInForce,
  missingParts,
  type MissingPart,
  type NotInForce,
} from '#shared/domain/authority/in-force.ts'
import { profileOf } from '#shared/commands/profiles.ts'
import type { Profile } from '#shared/domain/authority/profile.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { dateIn, type Instant, type PlainDate } from '#shared/domain/time/plain-date.ts'
import type { RecordEntry } from '#shared/records/record.ts'

/** One instrument with everything that its screen says about it. */
export interface InstrumentView {
  readonly entry: RecordEntry<'instrument'>
  readonly matter: CaseHead
  readonly profile: Profile
  readonly today: PlainDate
  /** Null while it gives power today. */
  readonly notInForce: NotInForce | null
  readonly missing: readonly MissingPart[]
  /** True once an issued decision rests on it. */
  readonly isCited: boolean
}

/** Describes an instrument as of an instant, in the zone of its case. */
export function viewInstrument(
  entry: RecordEntry<'instrument'>,
  matter: CaseHead,
  decisions: readonly RecordEntry<'decision'>[],
  now: Instant,
): InstrumentView {
  const today = dateIn(matter.zone, now)
  const checked = checkInForce(entry.head, matter.parties, today)
  return {
    entry,
    matter,
    profile: profileOf(matter.profileId),
    today,
    notInForce: checked.ok ? null : checked.error,
    missing: missingParts(entry.head, matter.parties, today),
    isCited: decisions.some(({ head }) => head.instrumentId === entry.id && head.state === 'issued'),
  }
}

/** The instrument to show when none was asked for: the one in force, else the one recorded last. */
export function shownFirst(views: readonly InstrumentView[]): InstrumentView | undefined {
  return views.findLast(({ notInForce }) => notInForce === null) ?? views.at(-1)
}
