import { concatBytes, lengthPrefixed, utf8 } from './bytes.ts'
import { deriveBytes, hmac, importMacKey, importSecret } from './primitives.ts'
import type { MacKey, SecretKey } from './primitives.ts'

/** Purposes that seal objects; `jrn` and `att` are reserved. */
export type SealPurpose = 'rec' | 'bak' | 'loc'
/** Purposes that authenticate or name. */
export type MacPurpose = 'name' | 'man' | 'aud'

/** The keys that come from one vault key. The vault key may be renewed: each has its epoch, counted from 1. */
export interface EpochKeys {
  readonly epoch: number
  /** What the others are derived from; leaves this module's callers no bytes. */
  readonly root: SecretKey
  /** Seals heads, packs of heads, keys of cases, entries of the history, and bodies that belong to no case. */
  readonly records: SecretKey
  /** Seals local state: keyring, state of the store. */
  readonly local: SecretKey
  /** Seals backups. */
  readonly backups: SecretKey
  /** Authenticates the rows of the store as a whole. */
  readonly manifest: MacKey
  /** Seeds the chain of the history. */
  readonly audit: MacKey
}

/** What an opened vault works with: the keys of the newest epoch, which writes, and what reads older objects. */
export interface VaultKeys extends EpochKeys {
  readonly vaultId: Uint8Array
  /** Names objects, for ever: a row keeps its name when the vault key is renewed. */
  readonly names: MacKey
  /** Keys of earlier epochs; empty except while a renewal is under way. */
  readonly older: readonly EpochKeys[]
}

/** What a sealed keyring adds to the newest vault key. All bytes are wiped by `addToKeyTree`. */
export interface KeptKeys {
  readonly nameKey: Uint8Array
  readonly oldKeys: readonly { readonly epoch: number; readonly key: Uint8Array }[]
}

/** Imports a vault key, wipes its bytes and derives its keys. Names are those of this key until the keyring was read. */
export async function openKeyTree(
  vaultKey: Uint8Array,
  vaultId: Uint8Array,
  epoch: number,
): Promise<VaultKeys> {
  const keys = await openEpoch(vaultKey, vaultId, epoch)
  return { ...keys, vaultId, names: await deriveMacKey(keys.root, vaultId, 'name'), older: [] }
}

/** The key tree with the name key and the older epochs of the keyring. */
export async function addToKeyTree(keys: VaultKeys, kept: KeptKeys): Promise<VaultKeys> {
  const names = await importMacKey(kept.nameKey)
  const older = await Promise.all(kept.oldKeys.map(({ epoch, key }) => openEpoch(key, keys.vaultId, epoch)))
  return { ...keys, names, older }
}

/** The bytes of the name key of a vault whose keyring does not hold them yet. */
export function deriveNameKey(root: SecretKey, vaultId: Uint8Array): Promise<Uint8Array> {
  return deriveBytes(root, vaultId, utf8('cv1/name'), 32)
}

/** The keys of an epoch, or `undefined` when they are not kept (any more). */
export function keysOfEpoch(keys: VaultKeys, epoch: number): EpochKeys | undefined {
  return epoch === keys.epoch ? keys : keys.older.find((older) => older.epoch === epoch)
}

/** HKDF-SHA-256(salt = vault id, info = "cv1/<purpose>") as a key that seals. */
export async function deriveSealKey(
  root: SecretKey,
  vaultId: Uint8Array,
  purpose: SealPurpose,
): Promise<SecretKey> {
  return importSecret(await deriveBytes(root, vaultId, utf8(`cv1/${purpose}`), 32))
}

/** HKDF-SHA-256(salt = vault id, info = "cv1/<purpose>") as a key that authenticates. */
export async function deriveMacKey(
  root: SecretKey,
  vaultId: Uint8Array,
  purpose: MacPurpose,
): Promise<MacKey> {
  return importMacKey(await deriveBytes(root, vaultId, utf8(`cv1/${purpose}`), 32))
}

/** Bytes of an object name. */
export const objectNameBytes = 16

/** The name of an object in the store: HMAC over store and id, cut to 16 bytes; looks random without the key. */
export async function objectName(names: MacKey, store: string, id: string): Promise<Uint8Array> {
  const mac = await hmac(names, concatBytes(lengthPrefixed(utf8(store)), lengthPrefixed(utf8(id))))
  return mac.slice(0, objectNameBytes)
}

async function openEpoch(vaultKey: Uint8Array, vaultId: Uint8Array, epoch: number): Promise<EpochKeys> {
  const root = await importSecret(vaultKey)
  const [records, local, backups, manifest, audit] = await Promise.all([
    deriveSealKey(root, vaultId, 'rec'),
    deriveSealKey(root, vaultId, 'loc'),
    deriveSealKey(root, vaultId, 'bak'),
    deriveMacKey(root, vaultId, 'man'),
    deriveMacKey(root, vaultId, 'aud'),
  ])
  return { epoch, root, records, local, backups, manifest, audit }
}
