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
  UnlockInput,
  UnlockProblem,
  VaultFiles,
} from './crypto-protocol.ts'
import {
  emptyState,
  nameRows,
  openRows,
  openState,
  sealCommit,
  sealState,
  unnotedRows,
} from './crypto-records.ts'
import { checkKeyring, sealKeyring } from './keyring.ts'
import { ManifestKeeper } from './manifest-keeper.ts'

/**
 * Everything that happens with keys, in one place: it runs inside the crypto worker and nowhere else in the product.
 * The vault key is wiped as soon as the key tree stands, except between a recovery and the new passphrase.
 */
export function createCryptoEngine(): CryptoOperations {
  const held: HeldKeys = {}
  const vault = (): OpenedVault => {
    invariant(held.opened, 'records are sealed and opened only between unlock and lock')
    return held.opened
  }
  const keys = () => vault().keys
  const manifest = () => vault().manifest
  return {
    create: ({ keyPort }) => create(held, keyPort),
    unlockWithPassphrase: (input) => unlockWithPassphrase(held, input),
    unlockWithRecoveryKey: (input) => unlockWithRecoveryKey(held, input),
    setPassphrase: (input) => setPassphrase(held, keys(), input),
    nameRows: (input) => nameRows(keys(), input),
    sealCommit: (input) => sealCommit(keys(), manifest(), input),
    settle: ({ written }) => manifest().settle(written),
    openRows: (input) => openRows(keys(), manifest(), input),
    openState: (input) => openState(keys(), manifest(), input),
    noteRows: (input) => manifest().note(input),
    noteNames: ({ bodies, bodyPacks }) => {
      manifest().noteNames('bodies', bodies)
      manifest().noteNames('bodyPacks', bodyPacks)
    },
    unnotedRows: (input) => unnotedRows(keys(), manifest(), input),
    checkManifest: () => manifest().check(),
  }
}

/** What exists in the worker between unlock and lock. */
interface OpenedVault {
  readonly keys: VaultKeys
  readonly manifest: ManifestKeeper
}

interface HeldKeys {
  opened?: OpenedVault
  vaultKeyAfterRecovery?: Uint8Array
}

async function create(held: HeldKeys, keyPort: MessagePort): ReturnType<CryptoOperations['create']> {
  const derived = await receiveKey(keyPort)
  if (!derived.ok) return err({ code: 'derivation-failed' })
  const created = await createFiles(derived)
  held.opened = openedWith(created.keys)
  return ok(created.files)
}

async function unlockWithPassphrase(
  held: HeldKeys,
  { header, keyring, keyPort }: UnlockInput,
): Promise<Result<void, UnlockProblem>> {
  const derived = await receiveKey(keyPort)
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  if (!derived.ok) return err({ code: 'derivation-failed' })
  const vaultKey = await unwrapWithPassphrase(decoded.value, derived.key)
  return vaultKey ? openVerified(held, decoded.value, vaultKey, keyring) : err({ code: 'wrong-key' })
}

async function unlockWithRecoveryKey(
  held: HeldKeys,
  { header, keyring, recoveryKey }: Parameters<CryptoOperations['unlockWithRecoveryKey']>[0],
): ReturnType<CryptoOperations['unlockWithRecoveryKey']> {
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  const parsed = await parseRecoveryKey(recoveryKey)
  if (!parsed.ok) return parsed
  const vaultKey = await unwrapWithRecoveryKey(decoded.value, parsed.value)
  if (!vaultKey) return err({ code: 'wrong-key' })
  held.vaultKeyAfterRecovery = vaultKey.slice()
  return openVerified(held, decoded.value, vaultKey, keyring)
}

async function setPassphrase(
  held: HeldKeys,
  keys: VaultKeys,
  { header, keyring, keyPort, currentKeyPort }: Parameters<CryptoOperations['setPassphrase']>[0],
): Promise<Result<VaultFiles, UnlockProblem>> {
  const [next, current] = await Promise.all([
    receiveKey(keyPort),
    currentKeyPort && receiveKey(currentKeyPort),
  ])
  if (!next.ok || current?.ok === false) return err({ code: 'derivation-failed' })
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  const vaultKey = current
    ? await unwrapWithPassphrase(decoded.value, current.key)
    : held.vaultKeyAfterRecovery
  if (!vaultKey) return err({ code: 'wrong-key' })
  const files = await replacePassphrase(keys, decoded.value, next, vaultKey, keyring)
  vaultKey.fill(0)
  delete held.vaultKeyAfterRecovery
  return files
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
    state: await sealState(keys, emptyState),
    recoveryKey: recoveryText,
    kitCode: await vaultCode(owner.vaultId),
  }
  return { files, keys }
}

async function openVerified(
  held: HeldKeys,
  header: VaultHeader,
  vaultKey: Uint8Array,
  keyring: Uint8Array,
): Promise<Result<void, UnlockProblem>> {
  const keys = await openKeyTree(vaultKey, header.vaultId, header.epoch)
  if (!(await checkKeyring(keys, header, keyring))) return err({ code: 'damaged-header' })
  held.opened = openedWith(keys)
  return ok()
}

function openedWith(keys: VaultKeys): OpenedVault {
  return { keys, manifest: new ManifestKeeper(keys.manifest) }
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
