import Dexie from 'dexie'
import type { Table } from 'dexie'

/** Name of the one IndexedDB database; fixed for ever. */
export const databaseName = 'evenhand'

/** Shape of the tables, as Dexie counts it. */
export const databaseVersion = 2

/** Keys of `meta`. */
export type MetaKey = VaultMetaKey | LocalMetaKey

/** The three that make a database a vault. */
export type VaultMetaKey = 'header' | 'keyring' | 'state'

/** What this computer alone keeps: sealed, outside the manifest, in no copy and no backup. */
export type LocalMetaKey = 'health' | 'restored' | 'device'

/**
 * The tables: random-looking keys, sealed values, no index, nothing readable.
 * Strict durability: `complete` comes after the operating system was asked to flush. No cache: query results
 * would be kept in memory after a lock.
 */
export class VaultDatabase extends Dexie {
  declare readonly heads: Table<Uint8Array, Uint8Array>
  declare readonly bodies: Table<Uint8Array, Uint8Array>
  declare readonly headPacks: Table<Uint8Array, Uint8Array>
  declare readonly bodyPacks: Table<Uint8Array, Uint8Array>
  declare readonly keys: Table<Uint8Array, Uint8Array>
  declare readonly audit: Table<Uint8Array, Uint8Array>
  declare readonly meta: Table<Uint8Array, MetaKey>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false })
    this.version(1).stores({ heads: '', bodies: '', headPacks: '', bodyPacks: '', meta: '' })
    this.version(databaseVersion).stores({ keys: '', audit: '' })
  }
}

/**
 * What is on this computer, looked up without creating anything: `indexedDB.open` would make an empty database,
 * and Dexie opens a newer one without complaint.
 */
export async function findDatabase(name: string): Promise<'none' | 'present' | 'newer'> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  if (!found) return 'none'
  // Dexie stores its version times ten.
  return (found.version ?? 0) > databaseVersion * 10 ? 'newer' : 'present'
}

/**
 * Creates the database with its header inside the creating transaction: a crash leaves either no database or
 * a whole vault, never an empty database that could be taken for one.
 */
export async function createDatabase(
  name: string,
  meta: Readonly<Record<VaultMetaKey, Uint8Array>>,
): Promise<VaultDatabase> {
  const database = new VaultDatabase(name)
  let populated = false
  database.on('populate', (transaction) => {
    populated = true
    const table = transaction.table<Uint8Array, MetaKey>('meta')
    void table.bulkAdd([meta.header, meta.keyring, meta.state], ['header', 'keyring', 'state'])
  })
  await database.open()
  if (populated) return database
  database.close()
  throw new DatabaseExists()
}

/** Somebody created the database between the look and the creation. */
export class DatabaseExists extends Error {
  override readonly name = 'DatabaseExists'
}

/** The next name beside a database that no other database has: `evenhand-1`, `evenhand-2` and so on. */
export async function freeDatabaseName(name: string): Promise<string> {
  const taken = new Set((await indexedDB.databases()).map((database) => database.name))
  const [, base = name, number = '0'] = /^(.*?)(?:-(\d+))?$/u.exec(name) ?? []
  let next = Number(number) + 1
  while (taken.has(`${base}-${String(next)}`)) next++
  return `${base}-${String(next)}`
}

/** Opens the database that is there. */
export async function openDatabase(name: string): Promise<VaultDatabase> {
  const database = new VaultDatabase(name)
  await database.open()
  return database
}
