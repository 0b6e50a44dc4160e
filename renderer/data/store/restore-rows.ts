import type { StoredRow } from '#shared/contract/vault-files.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import { createDatabase } from './database.ts'
import type { VaultDatabase } from './database.ts'
import { copyProblem, readCopy } from './durable-copy.ts'
import type { CopyProblem, DurableCopy } from './durable-copy.ts'
import type { OnProgress } from './rebuild-copy.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'

const tables = [...headTables, ...bodyTables] as const

/** More than this is not caught up in one transaction; then the vault is restored as a whole. */
const caughtUpBytes = 64 * 1024 * 1024

/** Writes everything that the second copy holds up to a commit (null: the last) into a new database. */
export async function restoreInto(
  name: string,
  files: VaultFiles,
  durable: DurableCopy,
  upTo: number | null,
  onProgress: OnProgress,
): Promise<Result<VaultDatabase, CopyProblem>> {
  const begun = await durable('durable.read', { after: 0, upTo })
  if (!begun.ok) return err(copyProblem(begun.error))
  const { token, rows: total } = begun.value
  // Without its state the new database is not a vault yet; the state comes as one of the rows.
  const database = await createDatabase(name, { ...files, state: new Uint8Array() })
  let done = 0
  onProgress(done, total)
  for await (const part of readCopy(durable, token)) {
    if (!part.ok) {
      await database.delete()
      return part
    }
    await applyRows(database, part.value)
    done += part.value.length
    onProgress(done, total)
  }
  return ok(database)
}

/**
 * Brings the store up to the end of the second copy, in one transaction: commits that the copy had taken when the
 * program was stopped, or that a store put back from an older state does not have. Answers whether it could.
 */
export async function catchUp(
  database: VaultDatabase,
  durable: DurableCopy,
  after: number,
  upTo: number,
): Promise<boolean> {
  const begun = await durable('durable.read', { after, upTo })
  if (!begun.ok || begun.value.bytes > caughtUpBytes) return false
  const rows: StoredRow[] = []
  for await (const part of readCopy(durable, begun.value.token)) {
    if (!part.ok) return false
    rows.push(...part.value)
  }
  await applyRows(database, rows)
  return true
}

/** Puts and deletes rows in one transaction. */
export async function applyRows(database: VaultDatabase, rows: readonly StoredRow[]): Promise<void> {
  await database.transaction('rw', [...tables, 'meta'], async () => {
    for (const { table, value } of rows) {
      // The state is the only row of `meta` that the second copy keeps among its rows.
      if (table === 'meta' && value) await database.meta.put(value, 'state')
    }
    for (const table of tables) {
      const own = rows.filter((row) => row.table === table)
      const put = own.flatMap(({ name, value }) => (value ? [{ name, value }] : []))
      const gone = own.filter(({ value }) => value === null).map(({ name }) => name)
      if (gone.length > 0) await database[table].bulkDelete(gone)
      if (put.length > 0)
        await database[table].bulkPut(
          put.map(({ value }) => value),
          put.map(({ name }) => name),
        )
    }
  })
}
