import { decodeValue } from '#shared/vault/decode-value.ts'
import { decodeBodyPack } from '#shared/vault/pack.ts'
import type { BodyTable } from '#shared/vault/manifest.ts'
import type { CryptoOperations, OpenedRows } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import { plainOf } from './pack-reader.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'

/** A row that holds bodies, and the records whose bodies must be in it. */
export interface BodyRow {
  readonly table: BodyTable
  readonly key: string
  readonly caseId: string | null
  readonly entries: readonly StoredEntry[]
}

/** The rows that hold the bodies of these records, each once. */
export function bodyRowsOf(entries: Iterable<StoredEntry>): readonly BodyRow[] {
  const rows = new Map<string, BodyRow & { readonly entries: StoredEntry[] }>()
  for (const entry of entries) {
    const table = entry.bodyOwn ? 'bodies' : 'bodyPacks'
    const key = entry.bodyOwn ? entry.id : String(entry.bodyPack)
    const row = rows.get(`${table} ${key}`) ?? { table, key, caseId: entry.caseId, entries: [] }
    row.entries.push(entry)
    rows.set(`${table} ${key}`, row)
  }
  return [...rows.values()]
}

/** The same row as it is now: records may have moved or gone since. */
export function bodyRowNow({ table, key, entries }: BodyRow, model: ReadModel): BodyRow | undefined {
  const now = entries.flatMap((entry) => model.get(entry.id) ?? [])
  return bodyRowsOf(now).find((row) => row.table === table && row.key === key)
}

/** Bytes of rows with their names; one without bytes is missing. */
export interface BodyBytes {
  readonly names: readonly Uint8Array[]
  readonly values: readonly (Uint8Array | undefined)[]
}

/** Reads rows of one table as they are on disk. */
export async function readBodyRows(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  rows: readonly BodyRow[],
): Promise<BodyBytes> {
  const names = await crypto('nameRows', { rows: rows.map(({ table, key }) => ({ table, key })) })
  const [first] = rows
  const values = first ? await database[first.table].bulkGet([...names]) : []
  return { names, values }
}

/**
 * Opens rows of one table and tells for each whether it is the row that must be there: it opens, and it holds every body
 * in the revision that its head names. `note`: the bytes are what is on disk.
 */
export async function testBodyRows(
  crypto: Caller<CryptoOperations>,
  rows: readonly BodyRow[],
  { names, values }: BodyBytes,
  note: boolean,
): Promise<readonly boolean[]> {
  const there = rows.flatMap((row, index) => {
    const [name, value] = [names[index], values[index]]
    return name && value ? [{ row, name, value }] : []
  })
  const [first] = there
  if (!first) return rows.map(() => false)
  const opened = await crypto('openRows', {
    table: first.row.table,
    names: there.map(({ name }) => name),
    rows: there.map(({ value }) => value),
    cases: there.map(({ row }) => row.caseId),
    note,
  })
  const failed = new Set(opened.failures.map(({ index }) => index))
  const good = new Set(
    there.filter(({ row }, index) => !failed.has(index) && holds(row, opened, index)).map(({ row }) => row),
  )
  return rows.map((row) => good.has(row))
}

function holds({ table, entries }: BodyRow, opened: OpenedRows, index: number): boolean {
  const plain = plainOf(opened, index)
  const rev = opened.revs[index] ?? 0
  if (table === 'bodies') return entries.every(({ bodyRev }) => bodyRev === rev) && decodeValue(plain).ok
  const pack = decodeBodyPack(plain, opened.schemas[index] ?? 0)
  if (!pack.ok) return false
  const revs = new Map(pack.value.map((body) => [body.id, body.rev]))
  return entries.every(({ id, bodyRev }) => revs.get(id) === bodyRev)
}
