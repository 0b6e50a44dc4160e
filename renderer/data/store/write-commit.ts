import Dexie from 'dexie'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeRow } from '#shared/vault/record.ts'
import type { VaultDatabase } from './database.ts'
import type { CommitPlan, CommitProblem, SealedCommit } from './vault-store.ts'

/**
 * Writes one sealed commit in one transaction: compare the base revision of every record with what is on disk,
 * then put and delete. Either all of it is on disk afterwards or none.
 */
export async function writeCommit(
  database: VaultDatabase,
  plan: CommitPlan,
  sealed: SealedCommit,
): Promise<Result<void, CommitProblem>> {
  const { heads, bodies, meta } = database
  try {
    await database.transaction('rw', heads, bodies, meta, async () => {
      await compareBases(database, plan, sealed)
      const withBody = sealed.records.flatMap(({ bodyName, bodyRow }) =>
        bodyRow ? [{ bodyName, bodyRow }] : [],
      )
      await Promise.all([
        heads.bulkPut(
          sealed.records.map(({ headRow }) => headRow),
          sealed.records.map(({ headName }) => headName),
        ),
        bodies.bulkPut(
          withBody.map(({ bodyRow }) => bodyRow),
          withBody.map(({ bodyName }) => bodyName),
        ),
        heads.bulkDelete(sealed.deleted.map(({ headName }) => headName)),
        bodies.bulkDelete(sealed.deleted.map(({ bodyName }) => bodyName)),
        meta.put(sealed.state, 'state'),
      ])
    })
    return ok()
  } catch (error) {
    if (error instanceof BaseChanged) return err({ code: 'changed-elsewhere', id: error.recordId })
    if (error instanceof Dexie.DexieError) return err({ code: 'not-saved', reason: storeReason(error) })
    throw error
  }
}

class BaseChanged extends Error {
  readonly recordId: string

  constructor(recordId: string) {
    super('changed elsewhere')
    this.recordId = recordId
  }
}

async function compareBases({ heads }: VaultDatabase, plan: CommitPlan, sealed: SealedCommit): Promise<void> {
  const expected = [
    ...plan.put.map(({ entry, baseRev }) => ({ id: entry.id, rev: baseRev })),
    ...plan.deletedIds.map((id, index) => ({ id, rev: plan.deletedRevs[index] ?? 0 })),
  ]
  const names = [...sealed.records, ...sealed.deleted].map(({ headName }) => headName)
  const rows = await heads.bulkGet(names)
  rows.forEach((row, index) => {
    const wanted = expected[index]
    const found = row ? (decodeRow(row)?.rev ?? -1) : 0
    if (wanted && found !== wanted.rev) throw new BaseChanged(wanted.id)
  })
}

/** Dexie hides the cause of an aborted transaction one level down. */
function storeReason(error: unknown): 'disk-full' | 'store-unavailable' {
  for (let cause = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner) {
    if (cause.name === 'QuotaExceededError') return 'disk-full'
  }
  return 'store-unavailable'
}
