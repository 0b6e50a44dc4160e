import { decodeValue } from '#shared/vault/decode-value.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import { buffersOf } from '../workers/rpc.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import type { PackedBody } from '#shared/vault/pack.ts'
import { createPackReader, packsOf, plainOf } from './pack-reader.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'

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

/** What the reader needs of the store: where records are now, and when it has come to rest. */
export interface BodyPlaces {
  model(): ReadModel
  settled(): Promise<void>
  /** Puts bodies back from the second copy, where there is one. */
  mend?(entries: readonly StoredEntry[]): Promise<boolean>
}

/** Opens bodies on demand and keeps the last few, because a screen asks for the same one again and again. */
export function createBodyReader(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  places: BodyPlaces,
): BodyReader {
  const kept = new Map<string, Promise<unknown>>()
  const readMany = async (entries: readonly StoredEntry[]): Promise<readonly unknown[]> => {
    const bodies = await openBodies(database, crypto, entries)
    if (!bodies.some((body) => body instanceof DamagedBody)) return bodies
    // A commit may have moved or replaced a body since these entries were looked up: look once more where it is now.
    await places.settled()
    const now = entries.map((entry) => places.model().get(entry.id) ?? entry)
    const again = await openBodies(database, crypto, now)
    const bad = now.filter((_, index) => again[index] instanceof DamagedBody)
    return bad.length > 0 && (await places.mend?.(bad)) ? openBodies(database, crypto, now) : again
  }
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
  const [own, packed] = await Promise.all([
    openOwn(
      database,
      crypto,
      entries.filter(({ bodyOwn }) => bodyOwn),
    ),
    openPacked(
      database,
      crypto,
      entries.filter(({ bodyOwn }) => !bodyOwn),
    ),
  ])
  return entries.map(({ id, bodyOwn, bodyRev, bodyPack }) => {
    const found = bodyOwn ? own.get(id) : packed.get(bodyPack ?? -1)?.get(id)
    // The head says which body is its own: an older one that was put back is not taken for it.
    return found?.rev === bodyRev ? found.body : new DamagedBody(id)
  })
}

/** Opened bodies by id. */
type Bodies = ReadonlyMap<string, PackedBody>

async function openOwn(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  entries: readonly StoredEntry[],
): Promise<Bodies> {
  if (entries.length === 0) return new Map()
  const rows = entries.map(({ id }) => ({ table: 'bodies', key: id }) as const)
  const names = await crypto('nameRows', { rows })
  const found = await database.bodies.bulkGet([...names])
  const present = found.map((row) => row ?? new Uint8Array())
  const cases = entries.map(({ caseId }) => caseId)
  const opened = await crypto(
    'openRows',
    { table: 'bodies', names, rows: present, cases },
    buffersOf(present),
  )
  const failed = new Set(opened.failures.map(({ index }) => index))
  const bodies = new Map<string, PackedBody>()
  for (const [index, { id }] of entries.entries()) {
    const body = failed.has(index) ? undefined : decodeValue(plainOf(opened, index))
    if (body?.ok) bodies.set(id, { id, rev: opened.revs[index] ?? 0, body: body.value })
  }
  return bodies
}

/** Packs by number. */
async function openPacked(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<number, Bodies>> {
  const packs = await createPackReader(database, crypto, new Map()).openBodyPacks(packsOf(entries))
  return new Map(packs.map(({ number, bodies }) => [number, new Map(bodies.map((body) => [body.id, body]))]))
}
