import { decodeValue } from '#shared/vault/decode-value.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import type { StoredEntry } from './read-model.ts'

/** The body of a record could not be opened; the record is named, and no other is touched. */
export class DamagedBody extends Error {
  override readonly name = 'DamagedBody'
  readonly recordId: string

  constructor(recordId: string) {
    super('damaged-record')
    this.recordId = recordId
  }
}

export interface BodyReader {
  /** Opens one body. Rejects with `DamagedBody`. */
  read(entry: StoredEntry): Promise<unknown>
  /** Opens many bodies in one go; a damaged one is answered as its `DamagedBody`. */
  readMany(entries: readonly StoredEntry[]): Promise<readonly unknown[]>
}

/** Opens bodies on demand and keeps the last few, because a screen asks for the same one again and again. */
export function createBodyReader(database: VaultDatabase, crypto: Caller<CryptoOperations>): BodyReader {
  const kept = new Map<string, Promise<unknown>>()
  const readMany = (entries: readonly StoredEntry[]) => openBodies(database, crypto, entries)
  return {
    readMany,
    read(entry) {
      const key = `${entry.bodyRev}\n${entry.id}`
      const known = kept.get(key)
      if (known) return known
      const body = readMany([entry]).then(([only]) => {
        if (only instanceof DamagedBody) throw only
        return only
      })
      kept.set(key, body)
      body.catch(() => kept.delete(key))
      const oldest = kept.size > keptBodies ? kept.keys().next() : undefined
      if (oldest?.value !== undefined) kept.delete(oldest.value)
      return body
    },
  }
}

const keptBodies = 32

async function openBodies(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  entries: readonly StoredEntry[],
): Promise<readonly unknown[]> {
  const names = await crypto('nameRecords', { table: 'bodies', ids: entries.map(({ id }) => id) })
  const rows = await database.bodies.bulkGet([...names])
  const present = rows.map((row) => row ?? new Uint8Array())
  const opened = await crypto('openRows', { table: 'bodies', names, rows: present })
  const failed = new Set(opened.failures.map(({ index }) => index))
  return entries.map(({ id, bodyRev }, index) => {
    // The head says which body is its own: an older one that was put back does not open here.
    if (failed.has(index) || opened.revs[index] !== bodyRev) return new DamagedBody(id)
    const body = decodeValue(opened.plain.subarray(opened.ends[index - 1] ?? 0, opened.ends[index]))
    return body.ok ? body.value : new DamagedBody(id)
  })
}
