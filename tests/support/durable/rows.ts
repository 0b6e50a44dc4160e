import { createHash } from 'node:crypto'
import type { StoreTable } from '#shared/vault/tables.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'

/** A row with a name and a value that texts stand for; without a value it is a removed one. */
export function aRow(
  name: string,
  value: string | Uint8Array | null,
  table: StoreTable = 'heads',
): StoredRow {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  return { table, name: nameOf(name), value: bytes }
}

/** Sixteen bytes that stand for a text, as the names of real rows are. */
export function nameOf(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest().subarray(0, 16))
}

/** Rows as one text each, sorted, so that two sets can be compared. */
export function asTexts(rows: readonly StoredRow[]): readonly string[] {
  return rows
    .map(({ table, name, value }) => {
      const content =
        value === null ? 'removed' : createHash('sha256').update(value).digest('hex').slice(0, 16)
      return `${table} ${Buffer.from(name).toString('hex')} ${content}`
    })
    .toSorted()
}
