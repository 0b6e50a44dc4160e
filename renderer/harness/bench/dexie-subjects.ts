import Dexie from 'dexie'
import type { Table } from 'dexie'
import { applyEncryptionMiddleware, clearAllTables, NON_INDEXED_FIELDS } from 'dexie-encrypted'
import type { BenchNote } from './notes.ts'
import { benchKey, newestFirst } from './subject.ts'
import type { BenchSubject } from './subject.ts'

type NoteTable = Table<BenchNote, string>

class NoteDatabase extends Dexie {
  declare readonly notes: NoteTable
}

/** Dexie as its manual shows it, with the indexes that these questions want. */
export function plainDexie(): BenchSubject {
  return dexieSubject('bench-dexie', () => undefined)
}

/** The same behind dexie-encrypted: everything but the indexes is encrypted. */
export function encryptedDexie(): BenchSubject {
  const key = new TextEncoder().encode(benchKey)
  return dexieSubject('bench-dexie-encrypted', (database) =>
    applyEncryptionMiddleware(database, key, { notes: NON_INDEXED_FIELDS }, clearAllTables),
  )
}

function dexieSubject(databaseName: string, prepare: (database: NoteDatabase) => void): BenchSubject {
  let database = new NoteDatabase(databaseName)
  const open = async () => {
    database = new NoteDatabase(databaseName, { chromeTransactionDurability: 'strict' })
    prepare(database)
    database.version(1).stores({ notes: 'id, caseId, heldOn' })
    await database.open()
  }
  return {
    create: open,
    insert: async (all) => {
      await database.notes.bulkAdd(all)
    },
    close: async () => database.close(),
    openAndList: async () => {
      await open()
      return (await database.notes.toArray()).sort(newestFirst)
    },
    readAll: async () => (await database.notes.toArray()).map(({ text }) => text),
    openCase: async (caseId) =>
      (await database.notes.where('caseId').equals(caseId).toArray()).map(({ text }) => text),
    saveText: async (id, text) => {
      await database.notes.update(id, { text })
    },
  }
}
