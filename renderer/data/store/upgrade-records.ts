import type { Change } from '#shared/records/record.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { DamagedBody } from './body-reader.ts'
import type { BodyReader } from './body-reader.ts'
import type { DurableCopy } from './durable-copy.ts'
import type { StoredEntry } from './read-model.ts'
import type { VaultStore } from './vault-store.ts'

const upgradedAtOnce = 200

export interface UpgradeParts {
  readonly store: VaultStore
  readonly bodies: BodyReader
  readonly durable: DurableCopy
  readonly upgrader: Upgrader
  /** Instant, ISO 8601 in UTC. */
  readonly now: string
}

/**
 * Brings every record of an older version to the one that is written now, some at a time, after a verified copy of all was
 * made. Each record says its version, so that an upgrade that was stopped is gone on with at the next unlock. A record that
 * does not open stays as it is. Errors: `not-saved`; what was upgraded until then stays.
 */
export async function upgradeRecords(
  parts: UpgradeParts,
): Promise<Result<void, { readonly code: 'not-saved' }>> {
  const { store, durable, upgrader } = parts
  const older = [...store.model().all()].filter(({ kind, schema }) => schema < upgrader.schemaOf(kind))
  if (older.length === 0) return ok()
  const snapshot = await durable('durable.snapshot', {})
  if (!snapshot.ok || snapshot.value.state !== 'verified') return err({ code: 'not-saved' })
  for (let start = 0; start < older.length; start += upgradedAtOnce) {
    const changes = await upgraded(parts, older.slice(start, start + upgradedAtOnce))
    const act = { action: 'records.upgraded', at: parts.now, actor: 'program' } as const
    const committed = await store.commit(changes, act)
    if (!committed.ok) return err({ code: 'not-saved' })
  }
  return ok()
}

async function upgraded(
  { bodies, upgrader }: UpgradeParts,
  entries: readonly StoredEntry[],
): Promise<readonly Change[]> {
  const found = await bodies.readMany(entries)
  return entries.flatMap(({ id, kind, caseId, rev, schema, head }, index): readonly Change[] => {
    const body = found[index]
    if (body instanceof DamagedBody) return []
    const next = upgrader.upgrade(kind, schema, { head, body })
    // The fixtures of every version prove that the steps make what this kind's schema accepts.
    return [{ op: 'put', id, kind, caseId, baseRev: rev, ...next } as Change]
  })
}
