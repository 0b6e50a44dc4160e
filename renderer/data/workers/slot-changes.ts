import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { encodeHeader, vaultIdBytes } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { addToKeyTree, openKeyTree } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { firstKeyring, openKeyring, sealKeyring, wipeKeyring } from '#shared/vault/keyring.ts'
import type { Keyring } from '#shared/vault/keyring.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import { formatRecoveryKey, recoveryKeyBytes, vaultCode } from '#shared/vault/recovery-key.ts'
import { unwrapWithPassphrase, wrapForPassphrase, wrapForRecovery } from '#shared/vault/slots.ts'
import type { DerivedWith, NewKit, UnlockProblem, VaultFiles } from './crypto-protocol.ts'

/** What came out of a derivation from a passphrase. `key` is wiped by what uses it. */
export interface PassphraseKey {
  readonly key: Uint8Array
  readonly kdf: DerivedWith
}

/** A vault that opened: its keys, and since when the newest vault key has been in use. */
export interface OpenedKeys {
  readonly keys: VaultKeys
  readonly keySince: string | null
}

/** Files that are ready and not in force: with them come into use these keys, and what the page shows of them. */
export interface PreparedFiles {
  /** The header that they replace; if another one is there by then, they are of no use. */
  readonly generation: number
  readonly files: VaultFiles
  readonly next: OpenedKeys
}

/** Opens the key tree with what the keyring adds; `damaged-header` when header and keyring do not belong together. */
export async function openWithKeyring(
  header: VaultHeader,
  vaultKey: Uint8Array,
  sealedKeyring: Uint8Array,
): Promise<Result<OpenedKeys, UnlockProblem>> {
  const newest = await openKeyTree(vaultKey, header.vaultId, header.epoch)
  const keyring = await openKeyring(newest, header, sealedKeyring)
  if (!keyring) return err({ code: 'damaged-header' })
  return ok({ keys: await addToKeyTree(newest, keyring), keySince: keyring.keySince })
}

/** Makes the keys of a new vault, and the files that open it. */
export async function createVaultFiles(
  passphrase: PassphraseKey,
  now: string,
): Promise<{ readonly files: VaultFiles; readonly kit: NewKit; readonly opened: OpenedKeys }> {
  const vaultKey = randomBytes(32)
  const owner = { vaultId: randomBytes(vaultIdBytes), epoch: 1 }
  const slots = await makeSlots(owner, { passphrase: 1, recovery: 1 }, passphrase, vaultKey)
  const header: VaultHeader = { ...owner, generation: 1, ...slots.filled }
  const keys = await openKeyTree(vaultKey, owner.vaultId, owner.epoch)
  const kept = await firstKeyring(keys, now)
  const files = { header: await encodeHeader(header), keyring: await sealKeyring(keys, header, kept) }
  wipeKeyring(kept)
  return { files, kit: slots.kit, opened: { keys, keySince: now } }
}

/** The same vault key under another passphrase. `vaultKey` is wiped. */
export async function changePassphrase(
  keys: VaultKeys,
  header: VaultHeader,
  sealedKeyring: Uint8Array,
  next: PassphraseKey,
  vaultKey: Uint8Array,
): Promise<Result<VaultFiles, UnlockProblem>> {
  const keyring = await openKeyring(keys, header, sealedKeyring)
  if (!keyring) return err({ code: 'damaged-header' })
  const slot = { slotGeneration: header.passphrase.slotGeneration + 1, kdf: next.kdf }
  const passphrase = await wrapForPassphrase(header, slot, next.key, vaultKey)
  vaultKey.fill(0)
  return ok(await sealFiles(keys, { ...header, generation: header.generation + 1, passphrase }, keyring))
}

/** What a person starts who has given the passphrase again. */
export interface KitRequest {
  readonly header: VaultHeader
  readonly keyring: Uint8Array
  readonly passphrase: PassphraseKey
  readonly now: string
}

/** The same vault key under another recovery key; the passphrase stays. Errors: `wrong-key`, `damaged-header`. */
export async function prepareKit(
  { keys, keySince }: OpenedKeys,
  { header, keyring, passphrase }: KitRequest,
): Promise<Result<{ readonly kit: NewKit; readonly prepared: PreparedFiles }, UnlockProblem>> {
  const vaultKey = await unwrapWithPassphrase(header, passphrase.key)
  if (!vaultKey) return err({ code: 'wrong-key' })
  const opened = await openKeyring(keys, header, keyring)
  if (!opened) return err({ code: 'damaged-header' })
  const { kit, recovery } = await makeRecoverySlot(header, header.recovery.slotGeneration + 1, vaultKey)
  vaultKey.fill(0)
  const files = await sealFiles(keys, { ...header, generation: header.generation + 1, recovery }, opened)
  return ok({ kit, prepared: { generation: header.generation, files, next: { keys, keySince } } })
}

/**
 * Another vault key under the same passphrase and another recovery key. The one before stays in the keyring until
 * nothing is sealed under it. Errors: `wrong-key`, `damaged-header`.
 */
export async function prepareRenewal(
  { keys }: OpenedKeys,
  { header, keyring, passphrase, now }: KitRequest,
): Promise<Result<{ readonly kit: NewKit; readonly prepared: PreparedFiles }, UnlockProblem>> {
  const again = { key: passphrase.key.slice(), kdf: passphrase.kdf }
  const oldKey = await unwrapWithPassphrase(header, passphrase.key)
  if (!oldKey) return err({ code: 'wrong-key' })
  const opened = await openKeyring(keys, header, keyring)
  if (!opened) return err({ code: 'damaged-header' })
  const vaultKey = randomBytes(32)
  const owner = { vaultId: header.vaultId, epoch: header.epoch + 1 }
  const generations = {
    passphrase: header.passphrase.slotGeneration + 1,
    recovery: header.recovery.slotGeneration + 1,
  }
  const { filled, kit } = await makeSlots(owner, generations, again, vaultKey)
  const newest = await openKeyTree(vaultKey, owner.vaultId, owner.epoch)
  const oldKeys = [...opened.oldKeys, { epoch: header.epoch, key: oldKey }]
  const changed = { ...owner, generation: header.generation + 1, ...filled }
  const kept = { nameKey: opened.nameKey, oldKeys, keySince: now }
  const files = {
    header: await encodeHeader(changed),
    keyring: await sealKeyring(newest, changed, kept),
  }
  const next = { keys: await addToKeyTree(newest, kept), keySince: now }
  return ok({ kit, prepared: { generation: header.generation, files, next } })
}

/** The keyring without the vault keys of earlier epochs: what is sealed under them is out of reach from then on. */
export async function prepareForgetting(
  { keys, keySince }: OpenedKeys,
  header: VaultHeader,
  sealedKeyring: Uint8Array,
): Promise<Result<PreparedFiles, UnlockProblem>> {
  const opened = await openKeyring(keys, header, sealedKeyring)
  if (!opened) return err({ code: 'damaged-header' })
  const changed = { ...header, generation: header.generation + 1 }
  const files = {
    header: await encodeHeader(changed),
    keyring: await sealKeyring(keys, changed, { ...opened, oldKeys: [] }),
  }
  wipeKeyring(opened)
  return ok({ generation: header.generation, files, next: { keys: { ...keys, older: [] }, keySince } })
}

/** Seals the keyring of a changed header and wipes it. */
async function sealFiles(keys: VaultKeys, header: VaultHeader, keyring: Keyring): Promise<VaultFiles> {
  const files = {
    header: await encodeHeader(header),
    keyring: await sealKeyring(keys, header, keyring),
  }
  wipeKeyring(keyring)
  return files
}

type Owner = Pick<VaultHeader, 'vaultId' | 'epoch'>

async function makeSlots(
  owner: Owner,
  generations: { readonly passphrase: number; readonly recovery: number },
  { key, kdf }: PassphraseKey,
  vaultKey: Uint8Array,
): Promise<{ readonly filled: Pick<VaultHeader, 'passphrase' | 'recovery'>; readonly kit: NewKit }> {
  const slot = { slotGeneration: generations.passphrase, kdf }
  const passphrase = await wrapForPassphrase(owner, slot, key, vaultKey)
  const { recovery, kit } = await makeRecoverySlot(owner, generations.recovery, vaultKey)
  return { filled: { passphrase, recovery }, kit }
}

async function makeRecoverySlot(
  owner: Owner,
  slotGeneration: number,
  vaultKey: Uint8Array,
): Promise<{ readonly recovery: VaultHeader['recovery']; readonly kit: NewKit }> {
  const recoveryKey = randomBytes(recoveryKeyBytes)
  const kit = {
    recoveryKey: await formatRecoveryKey(recoveryKey),
    kitCode: await vaultCode(owner.vaultId),
  }
  return { recovery: await wrapForRecovery(owner, { slotGeneration }, recoveryKey, vaultKey), kit }
}
