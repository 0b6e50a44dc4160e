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

export interface NamedRows {
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
}

/** Takes rows while others are still being read. It is called outside the transaction, which would wait for what it begins. */
export interface RowTaker {
  state(row: Uint8Array | undefined): void
  headPacks(part: NamedRows): void
}

/** So many packs of heads are handed over together: the worker opens them while the next ones are being read. */
const packsAtOnce = 4

/** Reads them in one transaction, so that they belong together. The state is handed over first. */
export function readRows(database: VaultDatabase, taker: RowTaker): Promise<RowsOnDisk> {
  return database.transaction('r', [...headTables, ...bodyTables, 'meta'], async () => {
    const [state, packNames] = await Promise.all([database.meta.get('state'), readNames(database.headPacks)])
    Dexie.ignoreTransaction(() => taker.state(state))
    const [heads, keys, audit, bodies, bodyPacks, headPacks] = await Promise.all([
      readTable(database.heads),
      readTable(database.keys),
      readTable(database.audit),
      readNames(database.bodies),
      readNames(database.bodyPacks),
      readPacks(database, packNames, taker),
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
  const parts: Promise<void>[] = []
  for (let start = 0; start < names.length; start += packsAtOnce) {
    const part = names.slice(start, start + packsAtOnce)
    // Names and rows are read in one transaction, so each name has its row.
    const read = headPacks.bulkGet(part).then((rows) => {
      const taken = { names: part, rows: rows.map(orEmpty) }
      Dexie.ignoreTransaction(() => taker.headPacks(taken))
    })
    parts.push(Promise.resolve(read))
  }
  await Promise.all(parts)
  return names.length
}

function orEmpty(row: Uint8Array | undefined): Uint8Array {
  return row ?? new Uint8Array()
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
