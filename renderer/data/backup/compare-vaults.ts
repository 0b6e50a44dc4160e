import type { ReadModel } from '../store/read-model.ts'
import type { BackupFacts } from './check-backup.ts'

/** What the vault in use has that a backup does not: it would be out of sight after a restore. */
export interface Difference {
  /** Records that are not in the backup. */
  readonly added: number
  /** Records that were changed since. */
  readonly changed: number
  /** Records that the backup has and the vault in use no longer. */
  readonly removed: number
  /** Instant at which the newest of the added ones was made; undefined when there is none. */
  readonly newest: string | undefined
}

/** Compares record by record. */
export function compareVaults(model: ReadModel, { records }: Pick<BackupFacts, 'records'>): Difference {
  let [added, changed, present] = [0, 0, 0]
  let newest = 0
  for (const { id, rev } of model.all()) {
    const there = records.get(id)
    if (there) {
      present += 1
      if (there.rev < rev) changed += 1
    } else {
      added += 1
      newest = Math.max(newest, madeAt(id))
    }
  }
  return {
    added,
    changed,
    removed: records.size - present,
    newest: newest > 0 ? new Date(newest).toISOString() : undefined,
  }
}

/** Ids begin with the instant in milliseconds (UUID version 7); 0 for any other id. */
function madeAt(id: string): number {
  const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7/u.exec(id)
  return match ? Number.parseInt(`${match[1] ?? ''}${match[2] ?? ''}`, 16) : 0
}
