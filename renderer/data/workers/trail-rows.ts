import { decodeEntries } from '#shared/vault/audit.ts'
import type { ChainedEntry } from '#shared/vault/audit.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { keysOfEpoch, objectName } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { decodeRow, encodeRow } from '#shared/vault/record.ts'
import type { RowPrefix } from '#shared/vault/record.ts'
import { open, seal, sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { SealedRow } from './crypto-protocol.ts'

const prefix: RowPrefix = { rev: 1, schema: 1 }

/** Seals entries of the history as a row. */
export async function sealTrailRow(keys: VaultKeys, key: string, entries: Uint8Array): Promise<SealedRow> {
  const name = await objectName(keys.names, 'audit', key)
  const sealed = await seal(keys.records, contextOf(keys, name, keys.epoch, prefix), entries)
  return { table: 'audit', name, row: encodeRow(prefix, sealed) }
}

/** Opens a row of the history; `undefined` when it is not as it was written. */
export async function openTrailRow(
  keys: VaultKeys,
  name: Uint8Array,
  row: Uint8Array,
): Promise<readonly ChainedEntry[] | undefined> {
  const decoded = decodeRow(row)
  if (!decoded) return undefined
  const of = keysOfEpoch(keys, sealedEpoch(decoded.sealed) ?? keys.epoch)
  if (!of) return undefined
  const opened = await open(of.records, contextOf(keys, name, of.epoch, decoded), decoded.sealed)
  const entries = opened.ok ? decodeEntries(opened.value) : undefined
  return entries?.ok ? entries.value : undefined
}

function contextOf({ vaultId }: VaultKeys, objectId: Uint8Array, epoch: number, row: RowPrefix): SealContext {
  return { vaultId, store: 'audit', objectId, rev: row.rev, schema: row.schema, epoch, flags: 0 }
}
