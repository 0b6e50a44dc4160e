import type { RecordKind } from './record.ts'

/** A payload as it was sealed: plain values, of the shape that the version before `to` wrote. */
export interface Payload {
  readonly head: unknown
  readonly body: unknown
}

/**
 * One step of a kind's payload from the version before to `to`. Pure: no clock, no ids, no other records, so that an
 * interrupted upgrade can be gone on with, and every computer makes the same of the same record.
 */
export interface Migration {
  readonly to: number
  readonly upgrade: (payload: Payload) => Payload
}

export type Migrations = Readonly<Record<RecordKind, readonly Migration[]>>

/**
 * Every step there has ever been, by kind, from version 2 up without a gap. A new version is one file
 * `migrations/<kind>/to-<version>.ts` that exports its function and imports nothing, one entry here, and one fixture `tests/fixtures/records/<kind>/v<version>.json`;
 * the kind's schema in `shared/domain` then describes the newest version alone.
 */
export const migrations: Migrations = {
  practice: [],
  case: [],
  instrument: [],
  plan: [],
  dispute: [],
  session: [],
  decision: [],
  attachment: [],
  receipt: [],
}
