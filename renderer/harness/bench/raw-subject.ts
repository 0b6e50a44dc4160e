import type { BenchNote, BenchNoteHead } from './notes.ts'
import { newestFirst } from './subject.ts'
import type { BenchSubject } from './subject.ts'

const databaseName = 'bench-raw'
const stores = ['lists', 'cases', 'notes'] as const
type StoreName = (typeof stores)[number]

/**
 * The floor: what the browser's store takes for these bytes with nothing around it. No library, no encryption, no
 * checks: one value for the list, one for the texts of each case, one for each note that is saved again, all as JSON.
 */
export function rawStore(): BenchSubject {
  let database: IDBDatabase | undefined
  const opened = () => {
    if (!database) throw new Error('The bench reads between open and close')
    return database
  }
  const open = async () => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name))
    database = await answerOf(request)
  }
  const saved = async (ids: ReadonlySet<string>) => {
    const store = opened().transaction('notes').objectStore('notes')
    const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())])
    const texts = new Map(keys.map((key, index) => [String(key), String(read(values[index]))]))
    return new Map([...texts].filter(([id]) => ids.has(id)))
  }
  return {
    create: open,
    insert: (notes) => write(opened(), [...partsOf(notes)]),
    close: async () => opened().close(),
    async openAndList() {
      await open()
      const list = (await getOne(opened(), 'lists', 'all')) as BenchNoteHead[]
      return list.sort(newestFirst)
    },
    async readAll() {
      const values = await answerOf(opened().transaction('cases').objectStore('cases').getAll())
      return newest(
        values.flatMap((value) => read(value) as CaseTexts),
        saved,
      )
    },
    openCase: async (caseId) => newest((await getOne(opened(), 'cases', caseId)) as CaseTexts, saved),
    saveText: (id, text) => write(opened(), [['notes', id, text]]),
  }
}

type CaseTexts = readonly { readonly id: string; readonly text: string }[]

async function newest(
  texts: CaseTexts,
  saved: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, string>>,
): Promise<readonly string[]> {
  const changed = await saved(new Set(texts.map(({ id }) => id)))
  return texts.map(({ id, text }) => changed.get(id) ?? text)
}

function* partsOf(notes: readonly BenchNote[]): Generator<readonly [StoreName, string, unknown]> {
  const byCase = new Map<string, BenchNote[]>()
  for (const note of notes) {
    const own = byCase.get(note.caseId) ?? []
    own.push(note)
    byCase.set(note.caseId, own)
  }
  yield ['lists', 'all', notes.map(({ text: _text, ...head }) => head)]
  for (const [caseId, own] of byCase) yield ['cases', caseId, own.map(({ id, text }) => ({ id, text }))]
}

function write(
  database: IDBDatabase,
  parts: readonly (readonly [StoreName, string, unknown])[],
): Promise<void> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
  for (const [store, key, value] of parts) {
    transaction.objectStore(store).put(new TextEncoder().encode(JSON.stringify(value)), key)
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
  })
}

async function getOne(database: IDBDatabase, store: StoreName, key: string): Promise<unknown> {
  return read(await answerOf(database.transaction(store).objectStore(store).get(key)))
}

function read(value: unknown): unknown {
  // Only `write` puts values here.
  return JSON.parse(new TextDecoder().decode(value as Uint8Array))
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('failed'))
  })
}
