import { headTables } from '#shared/vault/manifest.ts'
import type { HeadTable } from '#shared/vault/manifest.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import type { DurableCopy } from './durable-copy.ts'
import { applyRows } from './restore-rows.ts'

/** What opening the rows that unlocking reads brought to light: heads, keys of cases, the history. */
export interface HeadRowsReport {
  readonly rows: number
  readonly repaired: number
  /** Rows that neither copy has as they were written, in each table that has one. */
  readonly lost: readonly { readonly table: HeadTable; readonly count: number }[]
}

export interface HeadRowsParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly durable: DurableCopy
  /** Keeps a commit from coming between the reading of rows and their test. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Called after each part with the rows done so far; answers false when the check shall stop. */
  readonly onPart: (done: number) => Promise<boolean>
}

/** Rows tested at once: packs are large, and a commit waits meanwhile. */
const batchRows = { heads: 256, headPacks: 4, keys: 256, audit: 64 } as const satisfies Record<
  HeadTable,
  number
>

/** How many rows there are to test. */
export async function countHeadRows(crypto: Caller<CryptoOperations>): Promise<number> {
  const names = await Promise.all(headTables.map((table) => crypto('knownNames', { table })))
  return names.reduce((sum, ofTable) => sum + ofTable.length, 0)
}

/**
 * Opens every row of these tables as it is on disk, and puts back from the second copy those that are gone, altered or
 * older: a kept row is taken only when it opens and is the very writing that the manifest counts. Answers undefined when
 * it was stopped.
 */
export async function checkHeadRows(parts: HeadRowsParts): Promise<HeadRowsReport | undefined> {
  const report = { rows: 0, repaired: 0, lost: [] as { table: HeadTable; count: number }[] }
  for (const table of headTables) {
    const names = await parts.crypto('knownNames', { table })
    let lost = 0
    for (let start = 0; start < names.length; start += batchRows[table]) {
      const batch = names.slice(start, start + batchRows[table])
      const done = await parts.inTurn(() => checkBatch(parts, table, batch))
      report.rows += batch.length
      report.repaired += done.repaired
      lost += done.lost
      if (!(await parts.onPart(report.rows))) return undefined
    }
    if (lost > 0) report.lost.push({ table, count: lost })
  }
  return report
}

async function checkBatch(
  { database, crypto, durable }: HeadRowsParts,
  table: HeadTable,
  batch: readonly Uint8Array[],
): Promise<{ readonly repaired: number; readonly lost: number }> {
  const found = await database[table].bulkGet([...batch])
  const bad = await crypto('testRows', { table, names: batch, rows: found.map((row) => row ?? null) })
  if (bad.length === 0) return { repaired: 0, lost: 0 }
  const badNames = bad.flatMap((index) => batch[index] ?? [])
  const whole = await keptWhole(crypto, durable, table, badNames)
  await applyRows(database, whole)
  return { repaired: whole.length, lost: badNames.length - whole.length }
}

async function keptWhole(
  crypto: Caller<CryptoOperations>,
  durable: DurableCopy,
  table: HeadTable,
  names: readonly Uint8Array[],
): Promise<readonly StoredRow[]> {
  const found = await durable('durable.find', { rows: names.map((name) => ({ table, name })) })
  const kept = found.ok ? found.value.rows : []
  const bad = new Set(
    await crypto('testRows', {
      table,
      names: kept.map(({ name }) => name),
      rows: kept.map(({ value }) => value),
    }),
  )
  return kept.filter((_, index) => !bad.has(index))
}
