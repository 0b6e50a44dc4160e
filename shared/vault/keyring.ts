import { utf8 } from './bytes.ts'
import { algorithm } from './context.ts'
import type { SealContext } from './context.ts'
import { decodeValue } from './decode-value.ts'
import { encodeValue } from './encode-value.ts'
import type { VaultHeader } from './header.ts'
import { deriveNameKey } from './key-tree.ts'
import type { EpochKeys, KeptKeys } from './key-tree.ts'
import { open, seal } from './sealed-object.ts'

/** Which header is the current one: each number must be the header's. */
interface HeaderMark {
  readonly algorithm: number
  readonly epoch: number
  readonly generation: number
  readonly passphraseSlot: number
  readonly recoverySlot: number
}

/**
 * What is sealed beside the header: the word on which header is the current one, the key of the names, and the vault
 * keys of earlier epochs as long as something is sealed under them. Holds secret bytes: `wipeKeyring` after use.
 */
export interface Keyring extends HeaderMark, KeptKeys {
  /** Instant since which the newest vault key has been in use; null in a vault that never renewed it. */
  readonly keySince: string | null
}

/** Version of the layout of a keyring that is written. */
export const keyringSchema = 2

type KeyringKeys = Pick<EpochKeys, 'local' | 'root' | 'epoch'> & { readonly vaultId: Uint8Array }

/** What a keyring keeps from one header to the next. */
export type KeptByKeyring = KeptKeys & Pick<Keyring, 'keySince'>

/** Seals the keyring that belongs to a header. */
export async function sealKeyring(
  keys: KeyringKeys,
  header: VaultHeader,
  kept: KeptByKeyring,
): Promise<Uint8Array> {
  const { nameKey, oldKeys, keySince } = kept
  const content = encodeValue({ ...markOf(header), nameKey, oldKeys, keySince })
  const sealed = await seal(keys.local, contextOf(keys, keyringSchema), content)
  content.fill(0)
  return sealed
}

/**
 * Opens the keyring of a header, also one of schema 1, which had no keys in it. `undefined` when it does not open or
 * belongs to another header: one that was kept from before a change of passphrase has older slots and is refused.
 */
export async function openKeyring(
  keys: KeyringKeys,
  header: VaultHeader,
  sealed: Uint8Array,
): Promise<Keyring | undefined> {
  const opened = await open(keys.local, contextOf(keys, keyringSchema), sealed)
  const keyring = opened.ok ? decodeKeyring(opened.value) : await openFirstSchema(keys, sealed)
  if (opened.ok) opened.value.fill(0)
  return keyring && isSameMark(keyring, markOf(header)) ? keyring : undefined
}

/** Overwrites the secret bytes of a keyring. */
export function wipeKeyring({ nameKey, oldKeys }: KeptKeys): void {
  nameKey.fill(0)
  for (const { key } of oldKeys) key.fill(0)
}

/** What the first keyring of a vault keeps. */
export async function firstKeyring(keys: KeyringKeys, keySince: string | null): Promise<KeptByKeyring> {
  return { nameKey: await deriveNameKey(keys.root, keys.vaultId), oldKeys: [], keySince }
}

async function openFirstSchema(keys: KeyringKeys, sealed: Uint8Array): Promise<Keyring | undefined> {
  const opened = await open(keys.local, contextOf(keys, 1), sealed)
  const decoded = opened.ok ? decodeValue(opened.value) : undefined
  if (!decoded?.ok || !isMark(decoded.value)) return undefined
  return { ...decoded.value, ...(await firstKeyring(keys, null)) }
}

function decodeKeyring(content: Uint8Array): Keyring | undefined {
  const decoded = decodeValue(content)
  return decoded.ok && isKeyring(decoded.value) ? decoded.value : undefined
}

function markOf(header: VaultHeader): HeaderMark {
  return {
    algorithm,
    epoch: header.epoch,
    generation: header.generation,
    passphraseSlot: header.passphrase.slotGeneration,
    recoverySlot: header.recovery.slotGeneration,
  }
}

const markFields = ['algorithm', 'epoch', 'generation', 'passphraseSlot', 'recoverySlot'] as const

function isSameMark(a: HeaderMark, b: HeaderMark): boolean {
  return markFields.every((field) => a[field] === b[field])
}

function isMark(value: unknown): value is HeaderMark {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Partial<Record<string, unknown>>
  return markFields.every((field) => Number.isSafeInteger(fields[field]))
}

function isKeyring(value: unknown): value is Keyring {
  if (!isMark(value)) return false
  const { nameKey, oldKeys, keySince } = value as HeaderMark & Partial<Record<keyof Keyring, unknown>>
  const isKey = (key: unknown) => key instanceof Uint8Array && key.length === 32
  const isOldKey = (old: unknown) => {
    if (typeof old !== 'object' || old === null) return false
    const { epoch, key } = old as Partial<Record<string, unknown>>
    return Number.isSafeInteger(epoch) && isKey(key)
  }
  return (
    isKey(nameKey) &&
    Array.isArray(oldKeys) &&
    oldKeys.every(isOldKey) &&
    (keySince === null || typeof keySince === 'string')
  )
}

function contextOf({ vaultId, epoch }: KeyringKeys, schema: number): SealContext {
  return { vaultId, store: 'meta', objectId: utf8('keyring'), rev: 1, schema, epoch, flags: 0 }
}
