import sqlite3InitModule from '@evolu/sqlite-wasm'
import type { Database } from '@evolu/sqlite-wasm'
// By its path: a name of the package and a query together are more than the check of boundaries can follow.
import wasm from '../../../node_modules/@evolu/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm?url&inline'
import type { BenchNote, BenchNoteHead } from './notes.ts'
import { benchKey } from './subject.ts'

/** What the worker with SQLite can be asked. */
export interface SqliteOperations {
  open(input: object): Promise<void>
  close(input: object): Promise<void>
  insert(input: { readonly notes: readonly BenchNote[] }): Promise<void>
  list(input: object): Promise<readonly BenchNoteHead[]>
  texts(input: { readonly caseId?: string }): Promise<readonly string[]>
  save(input: { readonly id: string; readonly text: string }): Promise<void>
}

const columns = 'id, caseId, title, heldOn, tier, minutes, people'

export function createSqliteOperations(): SqliteOperations {
  let database: Database | undefined
  const opened = () => {
    if (!database) throw new Error('The bench reads between open and close')
    return database
  }
  return {
    async open() {
      database = await openEncrypted()
    },
    async close() {
      opened().close()
    },
    insert: async ({ notes }) => opened().transaction((within) => insertAll(within, notes)),
    async list() {
      const rows = opened().selectObjects(`select ${columns} from notes order by heldOn desc`)
      // The columns of the table below.
      return rows.map((row) => ({ ...row, people: String(row['people']).split(',') })) as never
    },
    async texts({ caseId }) {
      const values =
        caseId === undefined
          ? opened().selectValues('select text from notes')
          : opened().selectValues('select text from notes where caseId = ?', [caseId])
      return values.map(String)
    },
    async save({ id, text }) {
      opened().exec({ sql: 'update notes set text = ? where id = ?', bind: [text, id] })
    },
  }
}

async function openEncrypted(): Promise<Database> {
  const sqlite = await (started ??= start())
  const database = new sqlite.oo1.DB('file:/bench.sqlite?vfs=multipleciphers-opfs-sahpool', 'c')
  const key = [...new TextEncoder().encode(benchKey)].map((byte) => byte.toString(16).padStart(2, '0'))
  database.exec(`pragma cipher = 'chacha20'; pragma key = 'raw:${key.join('')}'`)
  database.exec('pragma synchronous = full')
  database.exec(
    'create table if not exists notes (id text primary key, caseId text, heldOn text, title text, tier text, minutes integer, people text, text text)',
  )
  database.exec('create index if not exists byCase on notes (caseId)')
  database.exec('create index if not exists byDay on notes (heldOn)')
  return database
}

let started: ReturnType<typeof start> | undefined

async function start() {
  // The worker may not fetch, so the program comes with the script.
  const wasmBinary = Uint8Array.from(atob(wasm.slice(wasm.indexOf(',') + 1)), (character) =>
    character.charCodeAt(0),
  )
  // Handed on to the compiled program, which its types do not list.
  const initialise = sqlite3InitModule as (options: object) => ReturnType<typeof sqlite3InitModule>
  const sqlite = await initialise({ wasmBinary })
  await sqlite.installOpfsSAHPoolVfs({ directory: '/bench-sqlite' })
  return sqlite
}

function insertAll(database: Database, notes: readonly BenchNote[]): void {
  const statement = database.prepare(`insert into notes (${columns}, text) values (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { id, caseId, title, heldOn, tier, minutes, people, text } of notes) {
    statement.bind([id, caseId, title, heldOn, tier, minutes, people.join(','), text]).stepReset()
  }
  statement.finalize()
}
