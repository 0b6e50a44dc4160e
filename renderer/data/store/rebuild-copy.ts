import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import { decodeRow } from '#shared/vault/record.ts'
import type { VaultDatabase } from './database.ts'
import { copyProblem, inParts, stateName } from './durable-copy.ts'
import type { CopyProblem, DurableCopy } from './durable-copy.ts'
import { readNames } from './read-rows.ts'

/** How far something has come that takes its time. */
export type OnProgress = (done: number, total: number) => void

const batchRows = { bodyPacks: 8, headPacks: 8, heads: 256, bodies: 256, keys: 256, audit: 256 } as const

/**
 * Makes the second copy anew from the rows of the store. Nothing may be committed meanwhile.
 *
 * What the copy held before stays in its folder and no longer counts.
 */
export async function rebuildCopy(
  database: VaultDatabase,
  durable: DurableCopy,
  onProgress: OnProgress = () => undefined,
): Promise<Result<{ readonly rows: number }, CopyProblem>> {
  const state = await database.meta.get('state')
  const seq = state && decodeRow(state)?.rev
  if (!state || seq === undefined) return err('copy-unavailable')
  const begun = await durable('durable.rebuild', { seq })
  if (!begun.ok) return err(copyProblem(begun.error))
  const { token } = begun.value
  let done = 0
  const hand = async (rows: StoredRow[], last: boolean): Promise<Result<void, CopyProblem>> => {
    const taken = await durable('durable.rebuild.rows', { token, rows, last })
    done += rows.length
    return taken.ok ? ok() : err(copyProblem(taken.error))
  }
  const names = await allNames(database)
  const total = names.reduce((sum, table) => sum + table.names.length, 1)
  for await (const rows of storedRows(database, names)) {
    for (const part of inParts(rows)) {
      const handed = await hand(part, false)
      if (!handed.ok) return handed
    }
    onProgress(done, total)
  }
  const ended = await hand([{ table: 'meta', name: stateName, value: state }], true)
  return ended.ok ? ok({ rows: done }) : ended
}

interface TableNames {
  readonly table: (typeof headTables)[number] | (typeof bodyTables)[number]
  readonly names: readonly Uint8Array[]
}

function allNames(database: VaultDatabase): Promise<readonly TableNames[]> {
  const tables = [...headTables, ...bodyTables]
  return Promise.all(tables.map(async (table) => ({ table, names: await readNames(database[table]) })))
}

async function* storedRows(
  database: VaultDatabase,
  tables: readonly TableNames[],
): AsyncGenerator<readonly StoredRow[]> {
  for (const { table, names } of tables) {
    for (let start = 0; start < names.length; start += batchRows[table]) {
      const batch = names.slice(start, start + batchRows[table])
      const values = await database[table].bulkGet(batch)
      yield batch.map((name, index): StoredRow => ({ table, name, value: values[index] ?? null }))
    }
  }
}
