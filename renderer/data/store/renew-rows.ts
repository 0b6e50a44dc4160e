import { bytesToHex } from '#shared/vault/bytes.ts'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { CryptoOperations, RowKey, RowToReseal } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { KeyWork } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import { batchRows } from './note-rows.ts'
import { packsOf } from './pack-reader.ts'
import type { ReadModel } from './read-model.ts'
import { readNames } from './read-rows.ts'
import type { VaultStore } from './vault-store.ts'

/** Rows of `keys` are not sealed again: each belongs to its epoch and ends with it. */
const renewedTables = [...headTables, ...bodyTables].filter((table) => table !== 'keys')

export interface RenewalParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly store: VaultStore
  /** Asked before each commit; once it answers true, the work ends where it is. */
  readonly isStopped: () => boolean
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void
}

/**
 * Seals every row of an earlier epoch again under the newest keys, a few at a time, each time in a commit like any other.
 * Every row tells its epoch, so that the work is gone on with where it was, whenever and wherever it was stopped.
 *
 * Answers how many rows are left; those do not open. `stopped`: a commit was refused, or the vault is being locked.
 */
export async function renewRows(
  parts: RenewalParts,
  epoch: number,
): Promise<{ readonly left: number } | 'stopped'> {
  const { database, crypto, store, isStopped, onProgress } = parts
  const cases = await casesOfBodies(crypto, store.model())
  const names = new Map<SetTable, readonly Uint8Array[]>()
  for (const table of renewedTables) names.set(table, await readNames(database[table]))
  const total = [...names.values()].reduce((sum, ofTable) => sum + ofTable.length, 0)
  let done = 0
  let left = 0
  for (const [table, ofTable] of names) {
    for (let start = 0; start < ofTable.length; start += batchRows[table]) {
      const batch = ofTable.slice(start, start + batchRows[table])
      const renewed = await renewBatch(parts, epoch, { table, names: batch, cases })
      if (renewed === 'stopped' || isStopped()) return 'stopped'
      left += renewed.left
      done += batch.length
      onProgress({ done, total })
    }
  }
  return { left }
}

interface Batch {
  readonly table: SetTable
  readonly names: readonly Uint8Array[]
  readonly cases: ReadonlyMap<string, string | null>
}

async function renewBatch(
  { database, store }: RenewalParts,
  epoch: number,
  batch: Batch,
): Promise<{ readonly left: number } | 'stopped'> {
  const read = () => readOlder(database, epoch, batch)
  if ((await read()).length === 0) return { left: 0 }
  // Read again in turn: a commit may have replaced a row in between, and an older one must not be put back.
  const renewed = await store.workWithKeys(async (): Promise<KeyWork> => ({ reseal: await read() }))
  return renewed.ok ? { left: (await read()).length } : 'stopped'
}

async function readOlder(
  database: VaultDatabase,
  epoch: number,
  { table, names, cases }: Batch,
): Promise<readonly RowToReseal[]> {
  const rows = await database[table].bulkGet([...names])
  return names.flatMap((name, index) => {
    const row = rows[index]
    if (!row || epochOf(row) === epoch) return []
    return [{ table, name, row, caseId: cases.get(bytesToHex(name)) ?? null }]
  })
}

/** Which case each row of a body, and each pack of bodies, belongs to. */
async function casesOfBodies(
  crypto: Caller<CryptoOperations>,
  model: ReadModel,
): Promise<ReadonlyMap<string, string | null>> {
  const entries = [...model.all()]
  const own = entries.filter(({ bodyOwn }) => bodyOwn)
  const packs = packsOf(entries)
  const rows: RowKey[] = [
    ...own.map(({ id }) => ({ table: 'bodies', key: id }) as const),
    ...packs.map(({ number }) => ({ table: 'bodyPacks', key: String(number) }) as const),
  ]
  const cases = [...own.map(({ caseId }) => caseId), ...packs.map(({ caseId }) => caseId)]
  const names = await crypto('nameRows', { rows })
  return new Map(names.map((name, index) => [bytesToHex(name), cases[index] ?? null]))
}

function epochOf(row: Uint8Array): number | undefined {
  const decoded = decodeRow(row)
  return decoded && sealedEpoch(decoded.sealed)
}
