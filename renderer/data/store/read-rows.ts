import type { Table } from 'dexie'
import { bodyTables, headTables } from '#shared/vault/manifest.ts'
import type { BodyTable, HeadTable, SetTable } from '#shared/vault/manifest.ts'
import type { VaultDatabase } from './database.ts'

/** What unlocking reads: all rows of the tables of heads, and the names of the others. */
export interface RowsOnDisk extends Readonly<Record<HeadTable, NamedRows>> {
  readonly bodyNames: Readonly<Record<BodyTable, readonly Uint8Array[]>>
  readonly counts: Readonly<Record<SetTable, number>>
  readonly state: Uint8Array | undefined
}

interface NamedRows {
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
}

/** Reads them in one transaction, so that they belong together. */
export function readRows(database: VaultDatabase): Promise<RowsOnDisk> {
  return database.transaction('r', [...headTables, ...bodyTables, 'meta'], async () => {
    const [heads, headPacks, keys, audit, bodies, bodyPacks, state] = await Promise.all([
      readTable(database.heads),
      readTable(database.headPacks),
      readTable(database.keys),
      readTable(database.audit),
      readNames(database.bodies),
      readNames(database.bodyPacks),
      database.meta.get('state'),
    ])
    const counts = {
      heads: heads.rows.length,
      headPacks: headPacks.rows.length,
      keys: keys.rows.length,
      audit: audit.rows.length,
      bodies: bodies.length,
      bodyPacks: bodyPacks.length,
    }
    return { heads, headPacks, keys, audit, bodyNames: { bodies, bodyPacks }, counts, state }
  })
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
