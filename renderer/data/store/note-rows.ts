import { bodyTables, headTables, isBodyTable, rowMark } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { CommitPlan } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import { readNames } from './read-rows.ts'

/** The manifest changes by what a row was: rows that this commit replaces and that nobody has read yet are read first. */
export async function noteReplaced(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  { put, remove }: Pick<CommitPlan, 'put' | 'remove'>,
): Promise<void> {
  const rows = [...put, ...remove]
    .filter(({ table }) => isBodyTable(table))
    .map(({ table, key }) => ({ table, key }))
  if (rows.length === 0) return
  const unnoted = await crypto('unnotedRows', { rows })
  for (const table of bodyTables) {
    const names = unnoted.filter((row) => row.table === table).map(({ name }) => name)
    if (names.length > 0) await noteFromDisk(database, crypto, table, names)
  }
}

/** Rows read at once: packs are large. */
export const batchRows = {
  heads: 512,
  headPacks: 8,
  keys: 512,
  audit: 512,
  bodies: 256,
  bodyPacks: 8,
} as const satisfies Readonly<Record<SetTable, number>>

/**
 * Notes every row of the tables that unlocking does not read, a batch at a time; `inTurn` keeps a commit from coming
 * between the reading of a batch and its noting.
 */
export async function noteAllBodies(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  inTurn: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const table of bodyTables) {
    const names = await readNames(database[table])
    for (let start = 0; start < names.length; start += batchRows[table]) {
      const batch = names.slice(start, start + batchRows[table])
      await inTurn(() => noteFromDisk(database, crypto, table, batch))
    }
  }
}

/** Notes every row of every table; nothing may be written meanwhile. */
export async function noteAll(database: VaultDatabase, crypto: Caller<CryptoOperations>): Promise<void> {
  for (const table of [...headTables, ...bodyTables]) {
    const names = await readNames(database[table])
    for (let start = 0; start < names.length; start += batchRows[table]) {
      await noteFromDisk(database, crypto, table, names.slice(start, start + batchRows[table]))
    }
  }
}

/** Reads rows and notes those that are there. Few at a time: their whole values pass through memory. */
async function noteFromDisk(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  table: SetTable,
  names: readonly Uint8Array[],
): Promise<void> {
  const rows = await database[table].bulkGet([...names])
  const there = names.flatMap((name, index) => {
    const row = rows[index]
    return row ? [{ name, mark: rowMark(row) }] : []
  })
  await crypto('noteRows', {
    table,
    names: there.map(({ name }) => name),
    marks: there.map(({ mark }) => mark),
  })
}
