import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { rowMark } from '#shared/vault/manifest.ts'
import { testBodyRows } from './body-rows.ts'
import type { BodyRow } from './body-rows.ts'
import type { VaultDatabase } from './database.ts'
import type { DurableCopy } from './durable-copy.ts'
import { applyRows } from './restore-rows.ts'

/** What became of rows that were missing, altered or too old. */
export interface Repair {
  readonly repaired: readonly BodyRow[]
  /** The second copy does not have them whole either. */
  readonly lost: readonly BodyRow[]
}

/** Packs are large, and an answer of the host holds all of them at once. */
const askedAtOnce = 4

/**
 * Puts rows back from the second copy. A kept row is taken only when it opens under the name it is kept for and holds the
 * bodies that the heads name; it is then the row of the manifest, so nothing is sealed anew.
 */
export async function repairBodies(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  durable: DurableCopy,
  bad: readonly BodyRow[],
): Promise<Repair> {
  const repaired: BodyRow[] = []
  for (const table of ['bodies', 'bodyPacks'] as const) {
    const rows = bad.filter((row) => row.table === table)
    for (let start = 0; start < rows.length; start += askedAtOnce) {
      const batch = rows.slice(start, start + askedAtOnce)
      repaired.push(...(await repairBatch(database, crypto, durable, batch)))
    }
  }
  return { repaired, lost: bad.filter((row) => !repaired.includes(row)) }
}

async function repairBatch(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  durable: DurableCopy,
  batch: readonly BodyRow[],
): Promise<readonly BodyRow[]> {
  const names = await crypto('nameRows', { rows: batch.map(({ table, key }) => ({ table, key })) })
  const asked = batch.flatMap(({ table }, index) => {
    const name = names[index]
    return name ? [{ table, name }] : []
  })
  const found = await durable('durable.find', { rows: asked })
  if (!found.ok) return []
  const kept = new Map(found.value.rows.map((row) => [bytesToHex(row.name), row.value ?? undefined]))
  const values = names.map((name) => kept.get(bytesToHex(name)))
  const good = await testBodyRows(crypto, batch, { names, values }, false)
  const whole = asked.flatMap(({ table, name }, index): StoredRow[] => {
    const value = values[index]
    return good[index] === true && value ? [{ table, name, value }] : []
  })
  await applyRows(database, whole)
  const [first] = batch
  if (first) {
    const marks = whole.map(({ value }) => rowMark(value ?? new Uint8Array()))
    await crypto('noteRows', { table: first.table, names: whole.map(({ name }) => name), marks })
  }
  return batch.filter((_, index) => good[index])
}
