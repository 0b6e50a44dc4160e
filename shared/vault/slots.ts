import { concatBytes, u8, utf8 } from './bytes.ts'
import type { SealContext } from './context.ts'
import { describePassphraseSlot, describeRecoverySlot } from './header.ts'
import type { PassphraseSlot, RecoverySlot, VaultHeader } from './header.ts'
import { deriveBytes, importSecret } from './primitives.ts'
import type { SecretKey } from './primitives.ts'
import { open, seal } from './sealed-object.ts'

const vaultKeyBytes = 32

/** Which vault a slot belongs to. */
export interface SlotOwner {
  readonly vaultId: Uint8Array
  readonly epoch: number
}

/** Seals the vault key under what Argon2id made of the passphrase. `kek` is wiped. */
export async function wrapForPassphrase(
  owner: SlotOwner,
  slot: Omit<PassphraseSlot, 'sealedKey'>,
  kek: Uint8Array,
  vaultKey: Uint8Array,
): Promise<PassphraseSlot> {
  const key = await importSecret(kek)
  return { ...slot, sealedKey: await seal(key, passphraseContext(owner, slot), vaultKey) }
}

/** Opens the passphrase slot; `undefined` when the passphrase is another one or the slot was changed. `kek` is wiped. */
export async function unwrapWithPassphrase(
  header: VaultHeader,
  kek: Uint8Array,
): Promise<Uint8Array | undefined> {
  const slot = header.passphrase
  return unwrap(await importSecret(kek), passphraseContext(header, slot), slot.sealedKey)
}

/** Seals the vault key under the recovery key, which is wiped. */
export async function wrapForRecovery(
  owner: SlotOwner,
  slot: Omit<RecoverySlot, 'sealedKey'>,
  recoveryKey: Uint8Array,
  vaultKey: Uint8Array,
): Promise<RecoverySlot> {
  const key = await recoveryKek(owner, recoveryKey)
  return { ...slot, sealedKey: await seal(key, recoveryContext(owner, slot), vaultKey) }
}

/** Opens the recovery slot; `undefined` when the key is another one or the slot was changed. The key is wiped. */
export async function unwrapWithRecoveryKey(
  header: VaultHeader,
  recoveryKey: Uint8Array,
): Promise<Uint8Array | undefined> {
  const slot = header.recovery
  return unwrap(await recoveryKek(header, recoveryKey), recoveryContext(header, slot), slot.sealedKey)
}

async function unwrap(
  key: SecretKey,
  context: SealContext,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  const opened = await open(key, context, sealed)
  if (!opened.ok || opened.value.length !== vaultKeyBytes) return undefined
  const vaultKey = opened.value.slice()
  opened.value.fill(0)
  return vaultKey
}

async function recoveryKek(owner: SlotOwner, recoveryKey: Uint8Array): Promise<SecretKey> {
  const secret = await importSecret(recoveryKey)
  return importSecret(await deriveBytes(secret, owner.vaultId, utf8('cv1/recovery'), 32))
}

function passphraseContext(owner: SlotOwner, slot: Omit<PassphraseSlot, 'sealedKey'>): SealContext {
  return slotContext(owner, slot.slotGeneration, concatBytes(u8(1), describePassphraseSlot(slot)))
}

function recoveryContext(owner: SlotOwner, slot: Omit<RecoverySlot, 'sealedKey'>): SealContext {
  return slotContext(owner, slot.slotGeneration, concatBytes(u8(2), describeRecoverySlot(slot)))
}

function slotContext({ vaultId, epoch }: SlotOwner, rev: number, objectId: Uint8Array): SealContext {
  return { vaultId, store: 'slot', objectId, rev, schema: 1, epoch, flags: 0 }
}
