import type { DisputeBody } from '#shared/domain/dispute/dispute.ts'
import type { RecordEntry } from '#shared/records/record.ts'

/** What every part of the page of a dispute is given. */
export interface DisputeParts {
  readonly matter: RecordEntry<'case'>
  readonly dispute: RecordEntry<'dispute'>
  readonly body: DisputeBody
  readonly canChange: boolean
}
