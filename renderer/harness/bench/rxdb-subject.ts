import { createRxDatabase } from 'rxdb'
import type { RxCollection, RxDatabase, RxJsonSchema } from 'rxdb'
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import type { BenchNote } from './notes.ts'
import { benchKey, newestFirst } from './subject.ts'
import type { BenchSubject } from './subject.ts'

/** What cannot be encrypted stands beside one member that is: the quickest way that the plugin offers. */
interface StoredNote extends Pick<BenchNote, 'id' | 'caseId' | 'heldOn'> {
  readonly sealed: Omit<BenchNote, 'id' | 'caseId' | 'heldOn'>
}

const text = { type: 'string', maxLength: 64 } as const

const schema: RxJsonSchema<StoredNote> = {
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: { id: text, caseId: text, heldOn: text, sealed: { type: 'object' } },
  required: ['id', 'caseId', 'heldOn', 'sealed'],
  indexes: ['caseId', 'heldOn'],
  encrypted: ['sealed'],
}

/** RxDB on its Dexie storage with its own encryption plugin. */
export function rxdb(): BenchSubject {
  let database: RxDatabase | undefined
  const notes = () => {
    if (!database) throw new Error('The bench reads between open and close')
    // Made by `open`, with this schema.
    return database['notes'] as RxCollection<StoredNote>
  }
  const open = async () => {
    const storage = getRxStorageDexie({ chromeTransactionDurability: 'strict' })
    database = await createRxDatabase({
      name: 'bench',
      storage: wrappedKeyEncryptionCryptoJsStorage({ storage }),
      password: benchKey,
      multiInstance: false,
    })
    await database.addCollections({ notes: { schema } })
  }
  return {
    create: open,
    async insert(all) {
      const answer = await notes().bulkInsert(
        all.map(({ id, caseId, heldOn, ...sealed }) => ({ id, caseId, heldOn, sealed })),
      )
      if (answer.error.length > 0) throw new Error('RxDB refused notes')
    },
    close: async () => {
      await database?.close()
    },
    async openAndList() {
      await open()
      const all = await notes().find().exec()
      return all
        .map(({ id, caseId, heldOn, sealed }) => ({ ...sealed, id, caseId, heldOn }))
        .sort(newestFirst)
    },
    // It would answer from the results that it keeps in memory.
    async settle() {
      await database?.close()
      await open()
    },
    readAll: async () => (await notes().find().exec()).map(({ sealed }) => sealed.text),
    openCase: async (caseId) =>
      (await notes().find({ selector: { caseId } }).exec()).map(({ sealed }) => sealed.text),
    async saveText(id, words) {
      const note = await notes().findOne(id).exec()
      if (!note) throw new Error('The bench saves notes that it inserted')
      await note.patch({ sealed: { ...note.sealed, text: words } })
    },
  }
}
