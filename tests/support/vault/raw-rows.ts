/** Reads and changes what is really in IndexedDB, past Dexie and past the store. */
export type RawTable = 'heads' | 'bodies' | 'headPacks' | 'bodyPacks' | 'keys' | 'audit' | 'meta'

export interface RawRow {
  readonly key: IDBValidKey
  readonly value: Uint8Array
}

export async function rawRows(databaseName: string, table: RawTable): Promise<readonly RawRow[]> {
  return withStore(databaseName, table, 'readonly', async (store) => {
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    return keys.map((key, index) => ({ key, value: values[index] as Uint8Array }))
  })
}

export function putRaw(databaseName: string, table: RawTable, { key, value }: RawRow): Promise<unknown> {
  return withStore(databaseName, table, 'readwrite', (store) => settled(store.put(value, key)))
}

export function deleteRaw(databaseName: string, table: RawTable, key: IDBValidKey): Promise<unknown> {
  return withStore(databaseName, table, 'readwrite', (store) => settled(store.delete(key)))
}

/** The row with one byte of its value changed. */
export function flipped({ key, value }: RawRow, at: number): RawRow {
  const changed = value.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return { key, value: changed }
}

/** Makes a database as another program or another version would have left it. */
export async function makeDatabase(databaseName: string, version: number): Promise<void> {
  const request = indexedDB.open(databaseName, version)
  request.onupgradeneeded = () => {
    for (const table of ['heads', 'bodies', 'headPacks', 'bodyPacks', 'meta'])
      request.result.createObjectStore(table)
  }
  const database = await settled(request)
  database.close()
}

async function withStore<T>(
  databaseName: string,
  table: RawTable,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await settled(indexedDB.open(databaseName))
  try {
    return await work(database.transaction(table, mode).objectStore(table))
  } finally {
    database.close()
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('request failed'))
  })
}
