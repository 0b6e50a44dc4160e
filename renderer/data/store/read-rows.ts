import Dexie from 'dexie'
import type { Table } from 'dexie'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import type { BodyTable, HeadTable, SetTable } from '#shared/vault/manifest.ts'
import type { VaultDatabase } from './database.ts'

/** What unlocking reads beside packs of heads and the state: all rows of the tables of heads, and the names of the others. */
export interface RowsOnDisk extends Readonly<Record<Exclude<HeadTable, 'headPacks'>, NamedRows>> {
  readonly bodyNames: Readonly<Record<BodyTable, readonly Uint8Array[]>>
  readonly counts: Readonly<Record<SetTable, number>>
}

export interface NamedRow {
  readonly name: Uint8Array
  readonly row: Uint8Array
}

interface NamedRows {
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
}

/** Takes rows while others are still being read. It is called outside the transaction, which would wait for what it begins. */
export interface RowTaker {
  state(row: Uint8Array | undefined): void
  headPack(pack: NamedRow): void
}

/** Reads them in one transaction, so that they belong together. The state is handed over first. */
export function readRows(database: VaultDatabase, taker: RowTaker): Promise<RowsOnDisk> {
  return database.transaction('r', [...headTables, ...bodyTables, 'meta'], async () => {
    const [state, packNames] = await Promise.all([database.meta.get('state'), readNames(database.headPacks)])
    Dexie.ignoreTransaction(() => taker.state(state))
    // Answered in this order: what takes longest to open comes first.
    const [headPacks, heads, keys, audit, bodies, bodyPacks] = await Promise.all([
      readPacks(database, packNames, taker),
      readTable(database.heads),
      readTable(database.keys),
      readTable(database.audit),
      readNames(database.bodies),
      readNames(database.bodyPacks),
    ])
    const counts = {
      heads: heads.rows.length,
      headPacks,
      keys: keys.rows.length,
      audit: audit.rows.length,
      bodies: bodies.length,
      bodyPacks: bodyPacks.length,
    }
    return { heads, keys, audit, bodyNames: { bodies, bodyPacks }, counts }
  })
}

/** Answers how many there are. */
async function readPacks(
  { headPacks }: VaultDatabase,
  names: readonly Uint8Array[],
  taker: RowTaker,
): Promise<number> {
  const reading = names.map(async (name) => {
    // Both are read in one transaction, so each name has its row.
    const row = (await headPacks.get(name)) ?? new Uint8Array()
    Dexie.ignoreTransaction(() => taker.headPack({ name, row }))
  })
  await Promise.all(reading)
  return names.length
}

async function readTable(table: Table<Uint8Array, Uint8Array>): Promise<NamedRows> {
  const [names, rows] = await Promise.all([readNames(table), table.toArray()])
  return { names, rows }
}

/** Names of all rows of a table. */
export async function readNames(table: Table<Uint8Array, Uint8Array>): Promise<readonly Uint8Array[]> {
  const keys = await table.toCollection().primaryKeys()
  // Binary keys come back as buffers, whatever they went in as.
  return keys.map((key) => new Uint8Array(key as unknown as ArrayBuffer))
}
