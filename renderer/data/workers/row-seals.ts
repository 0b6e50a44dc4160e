import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { keysOfEpoch, objectName } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { isBodyTable } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import type { SecretKey } from '#shared/vault/primitives.ts'
import { decodeRow, encodeRow } from '#shared/vault/record.ts'
import type { RowPrefix } from '#shared/vault/record.ts'
import { open, seal, sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { SealProblem } from '#shared/vault/sealed-object.ts'
import type { CaseKeys } from './case-keys.ts'
import type { NamedRow, RowToReseal, RowToSeal, SealedRow } from './crypto-protocol.ts'
import type { ManifestKeeper } from './manifest-keeper.ts'
import type { TrailKeeper } from './trail-keeper.ts'

/** What the worker holds between unlock and lock. */
export interface OpenedVault {
  readonly keys: VaultKeys
  /** Instant since which the newest vault key has been in use. */
  readonly keySince: string | null
  readonly manifest: ManifestKeeper
  readonly cases: CaseKeys
  readonly trail: TrailKeeper
}

interface RowPlace extends NamedRow {
  readonly caseId: string | null
}

/**
 * Opens a row with the keys of the epoch that it names. A body is tried under the key of its case first; one that was
 * written before cases had keys opens under the key of records.
 */
export async function openRow(
  { keys, cases }: OpenedVault,
  { table, name, caseId }: RowPlace,
  row: RowPrefix & { readonly sealed: Uint8Array },
): Promise<Result<Uint8Array, SealProblem>> {
  const epoch = sealedEpoch(row.sealed)
  const epochKeys = epoch === undefined ? keys : keysOfEpoch(keys, epoch)
  if (!epochKeys) return err({ code: 'wrong-epoch' })
  const context = rowContext(keys, table, name, row, epochKeys.epoch)
  const caseKey = caseId === null || !isBodyTable(table) ? undefined : cases.find(caseId, epochKeys.epoch)
  const opened = caseKey && (await open(caseKey, context, row.sealed))
  if (opened && (opened.ok || opened.error.code !== 'wrong-key-or-context')) return opened
  return open(epochKeys.records, context, row.sealed)
}

/** Seals a row that a commit writes. */
export async function sealRow(vault: OpenedVault, row: RowToSeal): Promise<SealedRow> {
  const { keys } = vault
  const name = await objectName(keys.names, row.table, row.key)
  const key = await writingKey(vault, { table: row.table, name, caseId: row.caseId ?? null })
  const sealed = await seal(key, rowContext(keys, row.table, name, row, keys.epoch), row.plain)
  return { table: row.table, name, row: encodeRow(row, sealed) }
}

/** Seals a row of an earlier epoch under the newest keys; revision and content stay. */
export async function resealRow(
  vault: OpenedVault,
  { table, name, row, caseId }: RowToReseal,
): Promise<SealedRow | undefined> {
  const { keys } = vault
  const decoded = decodeRow(row)
  if (!decoded) return undefined
  const opened = await openRow(vault, { table, name, caseId }, decoded)
  if (!opened.ok) return undefined
  const key = await writingKey(vault, { table, name, caseId })
  const sealed = await seal(key, rowContext(keys, table, name, decoded, keys.epoch), opened.value)
  opened.value.fill(0)
  return { table, name, row: encodeRow(decoded, sealed) }
}

function writingKey(
  { keys, cases }: OpenedVault,
  { table, caseId }: RowPlace,
): Promise<SecretKey> | SecretKey {
  return caseId !== null && isBodyTable(table) ? cases.forWriting(keys, caseId) : keys.records
}

function rowContext(
  { vaultId }: VaultKeys,
  store: SetTable,
  objectId: Uint8Array,
  { rev, schema }: RowPrefix,
  epoch: number,
): SealContext {
  return { vaultId, store, objectId, rev, schema, epoch, flags: 0 }
}
