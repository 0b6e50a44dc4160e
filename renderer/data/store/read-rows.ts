import type { Table } from 'dexie'
import type { RecordTable } from '../workers/crypto-protocol.ts'
import type { VaultDatabase } from './database.ts'

/** What unlocking reads: all heads, and how many rows there are. */
export interface RowsOnDisk {
  readonly heads: NamedRows
  readonly headPacks: NamedRows
  readonly counts: Readonly<Record<RecordTable, number>>
  readonly state: Uint8Array | undefined
}

interface NamedRows {
  readonly names: readonly Uint8Array[]
  readonly rows: readonly Uint8Array[]
}

/** Reads them in one transaction, so that they belong together. */
export function readRows(database: VaultDatabase): Promise<RowsOnDisk> {
  const { heads, bodies, headPacks, bodyPacks, meta } = database
  return database.transaction('r', [heads, bodies, headPacks, bodyPacks, meta], async () => {
    const [ownHeads, packs, bodyCount, bodyPackCount, state] = await Promise.all([
      readTable(heads),
      readTable(headPacks),
      bodies.count(),
      bodyPacks.count(),
      meta.get('state'),
    ])
    const counts = {
      heads: ownHeads.rows.length,
      headPacks: packs.rows.length,
      bodies: bodyCount,
      bodyPacks: bodyPackCount,
    }
    return { heads: ownHeads, headPacks: packs, counts, state }
  })
}

async function readTable(table: Table<Uint8Array, Uint8Array>): Promise<NamedRows> {
  const [keys, rows] = await Promise.all([table.toCollection().primaryKeys(), table.toArray()])
  // Binary keys come back as buffers, whatever they went in as.
  return { names: keys.map((key) => new Uint8Array(key as unknown as ArrayBuffer)), rows }
}
