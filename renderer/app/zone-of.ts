import type { ReadModel } from '#renderer/data/index.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import { practiceId } from '#shared/records/record.ts'

/** The time zone of the practice; before anything was said about the practice, the computer's own. */
export function zoneOf(records: ReadModel): string {
  if (records.get(practiceId)) return practiceOf(records).zone
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
