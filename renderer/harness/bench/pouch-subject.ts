import cryptoPouch from 'crypto-pouch'
import Crypt from 'garbados-crypt'
import PouchDB from 'pouchdb-browser'
import type { BenchNote } from './notes.ts'
import { benchKey, newestFirst } from './subject.ts'
import type { BenchSubject } from './subject.ts'

/** PouchDB on IndexedDB with crypto-pouch: each document is encrypted but its id, which carries the case. */
export function pouchdb(): BenchSubject {
  prepare()
  const open = async () => {
    const database = new PouchDB<BenchNote>('bench-pouch', { adapter: 'idb', auto_compaction: true })
    await database.crypto(benchKey)
    return database
  }
  let database: PouchDB<BenchNote> | undefined
  const opened = () => {
    if (!database) throw new Error('The bench reads between open and close')
    return database
  }
  const places = new Map<string, string>()
  const all = async (range: { startkey?: string; endkey?: string } = {}) => {
    const { rows } = await opened().allDocs({ include_docs: true, ...range })
    return rows.flatMap(({ doc }) => (doc ? [doc] : []))
  }
  return {
    create: async () => {
      database = await open()
    },
    async insert(notes) {
      for (const { id, caseId } of notes) places.set(id, `${caseId}/${id}`)
      const answers = await opened().bulkDocs(
        notes.map((note) => ({ ...note, _id: `${note.caseId}/${note.id}` })),
      )
      if (answers.some(({ ok }) => ok !== true)) throw new Error('PouchDB refused notes')
    },
    close: () => opened().close(),
    async openAndList() {
      database = await open()
      return (await all()).sort(newestFirst)
    },
    readAll: async () => (await all()).map(({ text }) => text),
    openCase: async (caseId) =>
      (await all({ startkey: `${caseId}/`, endkey: `${caseId}/\ufff0` })).map(({ text }) => text),
    async saveText(id, text) {
      const note = await opened().get(places.get(id) ?? '')
      await opened().put({ ...note, text })
    },
  }
}

let isPrepared = false

function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  PouchDB.plugin(cryptoPouch)
  // As for every subject, the key is known: what a derivation takes is not what is compared.
  Crypt.deriveKey = (_password, salt = new Uint8Array(16)) =>
    Promise.resolve({ key: new TextEncoder().encode(benchKey), salt })
  flushAlways()
}

/** PouchDB cannot be told to wait for the disk; the browser can. */
function flushAlways(): void {
  const original = Reflect.get(IDBDatabase.prototype, 'transaction') as IDBDatabase['transaction']
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode) {
    return original.call(this, stores, mode, { durability: 'strict' })
  }
}
