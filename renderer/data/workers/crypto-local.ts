import { utf8 } from '#shared/vault/bytes.ts'
import { signerBytes } from '#shared/vault/checkpoint.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { keysOfEpoch } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { importSigningKey, makeSigningKey } from '#shared/vault/primitives.ts'
import { decodeRow, encodeRow } from '#shared/vault/record.ts'
import { open, seal, sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { OpenedVault } from './row-seals.ts'

/**
 * What this computer alone keeps of the vault, in rows of `meta` that no copy and no backup holds: `health` tells what was
 * checked and when, `restored` that the vault was put in place from a backup.
 */
export type LocalName = 'health' | 'restored'

/** What the crypto worker does for it. */
export interface LocalOperations {
  sealLocal(input: { readonly name: LocalName; readonly plain: Uint8Array }): Promise<Uint8Array>
  /** Opens a row; `undefined` where it is not as it was written, or its keys are gone. */
  openLocal(input: { readonly name: LocalName; readonly row: Uint8Array }): Promise<Uint8Array | undefined>
  /**
   * Takes the key that signs checkpoints on this computer. Answers with a row to keep where there was none that opens: then
   * another key was made.
   */
  takeDevice(input: { readonly row: Uint8Array | null }): Promise<Uint8Array | undefined>
}

/** Makes the operations. */
export function localOperations(vault: () => OpenedVault): LocalOperations {
  return {
    sealLocal: ({ name, plain }) => sealLocalRow(vault().keys, name, plain),
    openLocal: ({ name, row }) => openLocalRow(vault().keys, name, row),
    takeDevice: ({ row }) => takeDevice(vault(), row),
  }
}

async function takeDevice(
  { keys, trail }: OpenedVault,
  row: Uint8Array | null,
): Promise<Uint8Array | undefined> {
  const kept = row && (await openLocalRow(keys, 'device', row))
  const decoded = kept ? decodeValue(kept) : undefined
  kept?.fill(0)
  if (decoded?.ok && isDevice(decoded.value)) {
    const { secret, signer } = decoded.value
    trail.signWith({ key: await importSigningKey(secret), signer })
    return undefined
  }
  const { secret, signer } = await makeSigningKey()
  const plain = encodeValue({ secret, signer })
  const made = await sealLocalRow(keys, 'device', plain)
  plain.fill(0)
  trail.signWith({ key: await importSigningKey(secret), signer })
  return made
}

function isDevice(value: unknown): value is { readonly secret: Uint8Array; readonly signer: Uint8Array } {
  if (typeof value !== 'object' || value === null) return false
  const { secret, signer } = value as Partial<Record<string, unknown>>
  return secret instanceof Uint8Array && signer instanceof Uint8Array && signer.length === signerBytes
}

const prefix = { rev: 1, schema: 1 }

/** Seals a row under the newest keys. */
export async function sealLocalRow(keys: VaultKeys, name: string, plain: Uint8Array): Promise<Uint8Array> {
  return encodeRow(prefix, await seal(keys.local, contextOf(keys, name, keys.epoch), plain))
}

/** Opens a row with the keys of its epoch. */
export async function openLocalRow(
  keys: VaultKeys,
  name: string,
  row: Uint8Array,
): Promise<Uint8Array | undefined> {
  const decoded = decodeRow(row)
  const of = decoded && keysOfEpoch(keys, sealedEpoch(decoded.sealed) ?? keys.epoch)
  if (!of || decoded.rev !== prefix.rev || decoded.schema !== prefix.schema) return undefined
  const opened = await open(of.local, contextOf(keys, name, of.epoch), decoded.sealed)
  return opened.ok ? opened.value : undefined
}

function contextOf({ vaultId }: VaultKeys, name: string, epoch: number): SealContext {
  return { vaultId, store: 'meta', objectId: utf8(name), ...prefix, epoch, flags: 0 }
}
