import { invariant } from '../domain/result.ts'
import { migrations } from './migrations.ts'
import type { Migrations, Payload } from './migrations.ts'
import type { RecordKind } from './record.ts'

/** Knows the versions of payloads: which one is written, and how an older one becomes it. */
export interface Upgrader {
  /** Version that is written now. */
  schemaOf(kind: RecordKind): number
  /** The payload in the version that is written now. `schema` is at most that one. */
  upgrade(kind: RecordKind, schema: number, payload: Payload): Payload
}

/** Makes an upgrader; throws when the steps of a kind have a gap. */
export function createUpgrader(steps: Migrations): Upgrader {
  for (const [kind, ofKind] of Object.entries(steps)) {
    ofKind.forEach(({ to }, index) => {
      invariant(to === index + 2, `the steps of ${kind} go from version 2 up without a gap`)
    })
  }
  const schemaOf = (kind: RecordKind) => steps[kind].length + 1
  return {
    schemaOf,
    upgrade(kind, schema, payload) {
      invariant(schema >= 1 && schema <= schemaOf(kind), 'a payload of a later version is never opened')
      return steps[kind].slice(schema - 1).reduce((older, { upgrade }) => upgrade(older), payload)
    },
  }
}

/** The versions of this program. */
export const upgrader = createUpgrader(migrations)
