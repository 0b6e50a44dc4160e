import { concatBytes, lengthPrefixed, utf8 } from './bytes.ts'
import { deriveBytes, hmac, importMacKey, importSecret } from './primitives.ts'
import type { MacKey, SecretKey } from './primitives.ts'

/** Purposes that seal objects. */
export type SealPurpose = 'rec' | 'jrn' | 'att' | 'bak' | 'loc'
/** Purposes that authenticate or name. */
export type MacPurpose = 'name' | 'man' | 'aud'

/** What an opened vault works with; no key in it can be read out. */
export interface VaultKeys {
  readonly vaultId: Uint8Array
  readonly epoch: number
  /** Seals record heads, and bodies as long as a case has no key of its own. */
  readonly records: SecretKey
  /** Seals local state: keyring, settings of this device. */
  readonly local: SecretKey
  /** Names objects. */
  readonly names: MacKey
}

/** Imports a vault key, wipes its bytes and derives the keys of the first slice. */
export async function openKeyTree(
  vaultKey: Uint8Array,
  vaultId: Uint8Array,
  epoch: number,
): Promise<VaultKeys> {
  const root = await importSecret(vaultKey)
  const [records, local, names] = await Promise.all([
    deriveSealKey(root, vaultId, 'rec'),
    deriveSealKey(root, vaultId, 'loc'),
    deriveMacKey(root, vaultId, 'name'),
  ])
  return { vaultId, epoch, records, local, names }
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
