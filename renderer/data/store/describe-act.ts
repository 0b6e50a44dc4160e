import { mostObjects } from '#shared/vault/audit.ts'
import type { AuditEntry } from '#shared/vault/audit.ts'
import type { ActToNote, CryptoOperations, TrailRow } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { Stamped } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import type { StoredEntry } from './read-model.ts'

/** What somebody did, as the history will say it. */
export interface Act {
  /** Name of the command, or of an act upon the vault as a whole. */
  readonly action: string
  /** Instant, ISO 8601 in UTC. */
  readonly at: string
  /** Left out for the person who has the vault open. */
  readonly actor?: AuditEntry['actor']
  /** How often, for an act upon the vault as a whole. */
  readonly count?: number
  /** Records that the act is about and that stay as they are. */
  readonly about?: readonly StoredEntry[]
}

/** Adds to an act which records it touched; of very many, only how many there were. */
export function describeAct(
  { action, at, actor = 'person', count: times = 0, about = [] }: Act,
  stamped: readonly Stamped[],
  deleted: readonly StoredEntry[],
): ActToNote {
  const count = times + stamped.length + deleted.length + about.length
  if (count > mostObjects) return { action, at, actor, objects: [], count }
  const objects = [
    ...about.map((entry) => ({ ...placeOf(entry), before: entry.rev, after: entry.rev })),
    ...stamped.map(({ before, entry }) => ({
      ...placeOf(entry),
      before: before?.rev ?? 0,
      after: entry.rev,
    })),
    ...deleted.map((entry) => ({ ...placeOf(entry), before: entry.rev, after: 0 })),
  ]
  return { action, at, actor, objects, count }
}

/** Reads the rows of the history that belong into one pack; `undefined` when there are not enough, or one is missing. */
export async function readFoldableHistory(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
): Promise<readonly TrailRow[] | undefined> {
  const names = await crypto('foldableTrail', {})
  if (names.length === 0) return undefined
  const rows = await database.audit.bulkGet([...names])
  const found = names.flatMap((name, index) => {
    const row = rows[index]
    return row ? [{ name, row }] : []
  })
  return found.length === names.length ? found : undefined
}

function placeOf({ id, kind, caseId }: StoredEntry): Pick<StoredEntry, 'id' | 'kind' | 'caseId'> {
  return { id, kind, caseId }
}
