/** Does to the browser's store what a cleaning tool, another program or a fault would do, past the program. */

/** Deletes the database. */
export async function deleteStore(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) await settled(indexedDB.deleteDatabase(name))
}

/** Deletes every row of these tables; the tables stay. */
export function emptyStore(tables: readonly string[]): Promise<void> {
  return inEachTable(tables, async (store) => {
    await settled(store.clear())
  })
}

/** Deletes every second row of these tables. */
export function halveStore(tables: readonly string[]): Promise<void> {
  return inEachTable(tables, async (store) => {
    const keys = await settled(store.getAllKeys())
    await Promise.all(keys.filter((_, index) => index % 2 === 0).map((key) => settled(store.delete(key))))
  })
}

async function inEachTable(
  tables: readonly string[],
  work: (store: IDBObjectStore) => Promise<void>,
): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name))
    const transaction = database.transaction([...tables], 'readwrite')
    for (const table of tables) await work(transaction.objectStore(table))
    database.close()
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('request failed'))
  })
}
