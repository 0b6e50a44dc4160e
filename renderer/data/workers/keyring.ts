import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { algorithm } from '#shared/vault/context.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { utf8 } from '#shared/vault/bytes.ts'
import { open, seal } from '#shared/vault/sealed-object.ts'

/**
 * The keyring is the sealed word on which header is the current one: a header that was kept from before a change
 * of passphrase has older slots and is refused.
 */
export function sealKeyring(keys: VaultKeys, header: VaultHeader): Promise<Uint8Array> {
  return seal(keys.local, keyringContext(keys), encodeValue(keyringOf(header)))
}

/** Tells whether a header is the one that the keyring speaks of. */
export async function checkKeyring(
  keys: VaultKeys,
  header: VaultHeader,
  sealed: Uint8Array,
): Promise<boolean> {
  const opened = await open(keys.local, keyringContext(keys), sealed)
  if (!opened.ok) return false
  const stored = decodeValue(opened.value)
  return stored.ok && JSON.stringify(stored.value) === JSON.stringify(decodedKeyring(header))
}

function keyringOf(header: VaultHeader): Record<string, number> {
  return {
    algorithm,
    epoch: header.epoch,
    generation: header.generation,
    passphraseSlot: header.passphrase.slotGeneration,
    recoverySlot: header.recovery.slotGeneration,
  }
}

/** Through the encoding, so that both sides have their keys in the same order. */
function decodedKeyring(header: VaultHeader): unknown {
  const decoded = decodeValue(encodeValue(keyringOf(header)))
  return decoded.ok ? decoded.value : undefined
}

function keyringContext({ vaultId, epoch }: VaultKeys): SealContext {
  return { vaultId, store: 'meta', objectId: utf8('keyring'), rev: 1, schema: 1, epoch, flags: 0 }
}
