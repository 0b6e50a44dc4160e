import Dexie from 'dexie'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import type { SealedCommit } from '../workers/crypto-protocol.ts'
import type { CommitPlan, CommitProblem } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'

const tables = [...headTables, ...bodyTables] as const

/**
 * Writes one sealed commit in one transaction: compare the revision of every row concerned with what is on disk,
 * then put and delete. Either all of it is on disk afterwards or none.
 */
export async function writeCommit(
  database: VaultDatabase,
  plan: CommitPlan,
  sealed: SealedCommit,
): Promise<Result<void, CommitProblem>> {
  try {
    await database.transaction('rw', [...tables, 'meta'], async () => {
      await compareRevisions(database, plan, sealed)
      await Promise.all([
        ...tables.map((table) => writeTable(database, table, sealed)),
        database.meta.put(sealed.stateRow, 'state'),
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

async function compareRevisions(
  database: VaultDatabase,
  plan: CommitPlan,
  sealed: SealedCommit,
): Promise<void> {
  if (plan.expectHeadRows !== undefined && (await database.heads.count()) !== plan.expectHeadRows) {
    throw new BaseChanged(plan.entries[0]?.id ?? '')
  }
  const expected = plan.expect.map((row, index) => ({
    ...row,
    name: sealed.expected[index] ?? new Uint8Array(),
  }))
  await Promise.all(
    tables.map(async (table) => {
      const wanted = expected.filter((row) => row.table === table)
      if (wanted.length === 0) return
      const rows = await database[table].bulkGet(wanted.map(({ name }) => name))
      rows.forEach((row, index) => {
        const found = row ? (decodeRow(row)?.rev ?? -1) : 0
        const { rev, id } = wanted[index] ?? { rev: found, id: '' }
        if (found !== rev) throw new BaseChanged(id)
      })
    }),
  )
}

async function writeTable(database: VaultDatabase, table: SetTable, sealed: SealedCommit): Promise<void> {
  const put = sealed.rows.filter((row) => row.table === table)
  const removed = sealed.removed.filter((row) => row.table === table)
  // Asking for nothing still costs a request.
  if (removed.length > 0) await database[table].bulkDelete(removed.map(({ name }) => name))
  if (put.length > 0) {
    await database[table].bulkPut(
      put.map(({ row }) => row),
      put.map(({ name }) => name),
    )
  }
}

/** Dexie hides the cause of an aborted transaction one level down. */
function storeReason(error: unknown): 'disk-full' | 'store-unavailable' {
  for (let cause = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner) {
    if (cause.name === 'QuotaExceededError') return 'disk-full'
  }
  return 'store-unavailable'
}
