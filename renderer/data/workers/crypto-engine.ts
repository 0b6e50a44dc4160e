import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader, encodeHeader, vaultIdBytes } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { openKeyTree } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import {
  formatRecoveryKey,
  parseRecoveryKey,
  recoveryKeyBytes,
  vaultCode,
} from '#shared/vault/recovery-key.ts'
import {
  unwrapWithPassphrase,
  unwrapWithRecoveryKey,
  wrapForPassphrase,
  wrapForRecovery,
} from '#shared/vault/slots.ts'
import type {
  CreatedVault,
  CryptoOperations,
  DerivedKey,
  UnlockProblem,
  VaultFiles,
} from './crypto-protocol.ts'
import { nameRecords, openRows, openState, sealCommit, sealState } from './crypto-records.ts'
import { checkKeyring, sealKeyring } from './keyring.ts'

/**
 * Everything that happens with keys, in one place: it runs inside the crypto worker and nowhere else in the product.
 * The vault key is wiped as soon as the key tree stands, except between a recovery and the new passphrase.
 */
export function createCryptoEngine(): CryptoOperations {
  let keys: VaultKeys | undefined
  let keptForNewPassphrase: Uint8Array | undefined
  const opened = (): VaultKeys => {
    invariant(keys, 'records are sealed and opened only between unlock and lock')
    return keys
  }

  return {
    async create({ keyPort }) {
      const derived = await receiveKey(keyPort)
      if (!derived.ok) return err({ code: 'derivation-failed' })
      const created = await createFiles(derived)
      keys = created.keys
      return ok(created.files)
    },
    async unlockWithPassphrase({ header, keyring, keyPort }) {
      const derived = await receiveKey(keyPort)
      const decoded = await decodeHeader(header)
      if (!decoded.ok) return decoded
      if (!derived.ok) return err({ code: 'derivation-failed' })
      const vaultKey = await unwrapWithPassphrase(decoded.value, derived.key)
      if (!vaultKey) return err({ code: 'wrong-key' })
      const tree = await openVerified(decoded.value, vaultKey, keyring)
      if (tree.ok) keys = tree.value
      return tree.ok ? ok() : tree
    },
    async unlockWithRecoveryKey({ header, keyring, recoveryKey }) {
      const decoded = await decodeHeader(header)
      if (!decoded.ok) return decoded
      const parsed = await parseRecoveryKey(recoveryKey)
      if (!parsed.ok) return parsed
      const vaultKey = await unwrapWithRecoveryKey(decoded.value, parsed.value)
      if (!vaultKey) return err({ code: 'wrong-key' })
      keptForNewPassphrase = vaultKey.slice()
      const tree = await openVerified(decoded.value, vaultKey, keyring)
      if (tree.ok) keys = tree.value
      return tree.ok ? ok() : tree
    },
    async setPassphrase({ header, keyring, keyPort, currentKeyPort }) {
      const [next, current] = await Promise.all([
        receiveKey(keyPort),
        currentKeyPort && receiveKey(currentKeyPort),
      ])
      if (!next.ok || current?.ok === false) return err({ code: 'derivation-failed' })
      const decoded = await decodeHeader(header)
      if (!decoded.ok) return decoded
      const vaultKey = current ? await unwrapWithPassphrase(decoded.value, current.key) : keptForNewPassphrase
      if (!vaultKey) return err({ code: 'wrong-key' })
      const files = await replacePassphrase(opened(), decoded.value, next, vaultKey, keyring)
      vaultKey.fill(0)
      keptForNewPassphrase = undefined
      return files
    },
    nameRecords: (input) => nameRecords(opened(), input),
    sealCommit: (input) => sealCommit(opened(), input),
    openRows: (input) => openRows(opened(), input),
    openState: (input) => openState(opened(), input),
  }
}

type Derived = Extract<DerivedKey, { ok: true }>

async function createFiles(derived: Derived): Promise<{ files: CreatedVault; keys: VaultKeys }> {
  const vaultKey = randomBytes(32)
  const recoveryKey = randomBytes(recoveryKeyBytes)
  const owner = { vaultId: randomBytes(vaultIdBytes), epoch: 1 }
  const recoveryText = await formatRecoveryKey(recoveryKey)
  const passphraseSlot = { slotGeneration: 1, kdf: derived.kdf }
  const header: VaultHeader = {
    ...owner,
    generation: 1,
    passphrase: await wrapForPassphrase(owner, passphraseSlot, derived.key, vaultKey),
    recovery: await wrapForRecovery(owner, { slotGeneration: 1 }, recoveryKey, vaultKey),
  }
  const keys = await openKeyTree(vaultKey, owner.vaultId, owner.epoch)
  const files: CreatedVault = {
    header: await encodeHeader(header),
    keyring: await sealKeyring(keys, header),
    state: await sealState(keys, { sequence: 1, heads: 0, bodies: 0, lastOrder: 0 }),
    recoveryKey: recoveryText,
    kitCode: await vaultCode(owner.vaultId),
  }
  return { files, keys }
}

async function openVerified(
  header: VaultHeader,
  vaultKey: Uint8Array,
  keyring: Uint8Array,
): Promise<Result<VaultKeys, UnlockProblem>> {
  const keys = await openKeyTree(vaultKey, header.vaultId, header.epoch)
  return (await checkKeyring(keys, header, keyring)) ? ok(keys) : err({ code: 'damaged-header' })
}

async function replacePassphrase(
  keys: VaultKeys,
  header: VaultHeader,
  next: Derived,
  vaultKey: Uint8Array,
  keyring: Uint8Array,
): Promise<Result<VaultFiles, UnlockProblem>> {
  if (!(await checkKeyring(keys, header, keyring))) return err({ code: 'damaged-header' })
  const slot = { slotGeneration: header.passphrase.slotGeneration + 1, kdf: next.kdf }
  const changed: VaultHeader = {
    ...header,
    generation: header.generation + 1,
    passphrase: await wrapForPassphrase(header, slot, next.key, vaultKey),
  }
  return ok({ header: await encodeHeader(changed), keyring: await sealKeyring(keys, changed) })
}

function receiveKey(port: MessagePort): Promise<DerivedKey> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent) => {
      port.close()
      // The other end is our own derivation worker.
      resolve(data as DerivedKey)
    }
  })
}
