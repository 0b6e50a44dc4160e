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

/** A row as text: its table, and its name and value in hexadecimal. */
export interface RawRow {
  readonly table: string
  readonly name: string
  readonly value: string
}

/** Every head and body that lies in a row of its own. */
export async function readOwnRows(): Promise<readonly RawRow[]> {
  const rows: RawRow[] = []
  await inEachTable(['heads', 'bodies'], async (store) => {
    const [names, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
    for (const [index, name] of names.entries())
      // The store keeps bytes under bytes in these tables.
      rows.push({
        table: store.name,
        name: toHex(new Uint8Array(name as ArrayBuffer)),
        value: toHex(values[index] as Uint8Array),
      })
  })
  return rows
}

/** Puts rows as they are. */
export function putRows(rows: readonly RawRow[]): Promise<void> {
  return inEachTable(['heads', 'bodies'], async (store) => {
    const own = rows.filter(({ table }) => table === store.name)
    await Promise.all(own.map(({ name, value }) => settled(store.put(fromHex(value), fromHex(name)))))
  })
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  )
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
