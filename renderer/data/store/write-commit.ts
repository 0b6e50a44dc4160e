import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import type { SealedCommit } from '../workers/crypto-protocol.ts'
import type { CommitPlan, CommitProblem } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'

/**
 * Writes one sealed commit in one transaction: compare the revision of every row concerned with what is on disk,
 * then put and delete. Either all of it is on disk afterwards or none.
 *
 * It speaks to IndexedDB itself: everything is asked for at once, and an answer that does not fit ends the transaction.
 * Asking through Dexie, which waits for each answer, took twice as long for one note.
 */
export async function writeCommit(
  database: VaultDatabase,
  plan: CommitPlan,
  sealed: SealedCommit,
): Promise<Result<void, CommitProblem>> {
  try {
    const store = database.backendDB() as IDBDatabase | null
    if (!store) return err({ code: 'not-saved', reason: 'store-unavailable' })
    await writeAtOnce(store, plan, sealed)
    return ok()
  } catch (error) {
    if (error instanceof BaseChanged) return err({ code: 'changed-elsewhere', id: error.recordId })
    if (!(error instanceof DOMException)) throw error
    return err({ code: 'not-saved', reason: reasonOf(error) })
  }
}

class BaseChanged extends Error {
  readonly recordId: string

  constructor(recordId: string) {
    super('changed elsewhere')
    this.recordId = recordId
  }
}

function writeAtOnce(store: IDBDatabase, plan: CommitPlan, sealed: SealedCommit): Promise<void> {
  const tables = [...tablesOf(plan, sealed), 'meta']
  const transaction = store.transaction(tables, 'readwrite', { durability: 'strict' })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let changed: BaseChanged | undefined
  const stop = (recordId: string) => {
    changed = new BaseChanged(recordId)
    transaction.abort()
  }
  transaction.oncomplete = () => resolve()
  transaction.onabort = () => reject(changed ?? transaction.error ?? new DOMException('', 'AbortError'))
  try {
    const comparing = compareRevisions(transaction, plan, sealed, stop)
    for (const { table, name } of sealed.removed) transaction.objectStore(table).delete(keyOf(name))
    for (const { table, name, row } of sealed.rows) transaction.objectStore(table).put(row, keyOf(name))
    transaction.objectStore('meta').put(sealed.stateRow, 'state')
    // Without this the browser finds out by itself, later, that nothing more is asked for. It rules out stopping.
    if (!comparing) transaction.commit()
  } catch (error) {
    transaction.abort()
    reject(error as DOMException)
  }
  return promise
}

function tablesOf(plan: CommitPlan, { rows, removed }: SealedCommit): readonly SetTable[] {
  const touched = new Set<SetTable>([...plan.expect, ...rows, ...removed].map(({ table }) => table))
  if (plan.expectHeadRows !== undefined) touched.add('heads')
  return [...headTables, ...bodyTables].filter((table) => touched.has(table))
}

/** Stops the transaction where a row is not the expected one, and ends it when all are; false when there are none to look at. */
function compareRevisions(
  transaction: IDBTransaction,
  { expect, expectHeadRows, entries }: CommitPlan,
  sealed: SealedCommit,
  stop: (recordId: string) => void,
): boolean {
  let waiting = expect.length + (expectHeadRows === undefined ? 0 : 1)
  const answered = (fits: boolean, recordId: string) => {
    waiting -= 1
    if (!fits) stop(recordId)
    else if (waiting === 0) transaction.commit()
  }
  if (expectHeadRows !== undefined) {
    const counting = transaction.objectStore('heads').count()
    counting.onsuccess = () => answered(counting.result === expectHeadRows, entries[0]?.id ?? '')
  }
  for (const [index, { table, rev, id }] of expect.entries()) {
    const reading = transaction.objectStore(table).get(keyOf(sealed.expected[index] ?? new Uint8Array()))
    reading.onsuccess = () => {
      // Every value of these tables is a row of bytes.
      const row = reading.result as Uint8Array | undefined
      answered((row ? (decodeRow(row)?.rev ?? -1) : 0) === rev, id)
    }
  }
  return waiting > 0
}

/** A name is never a view of shared memory, which is all that the wider type would allow. */
function keyOf(name: Uint8Array): Uint8Array<ArrayBuffer> {
  return name as Uint8Array<ArrayBuffer>
}

function reasonOf({ name }: DOMException): 'disk-full' | 'store-unavailable' {
  return name === 'QuotaExceededError' ? 'disk-full' : 'store-unavailable'
}
