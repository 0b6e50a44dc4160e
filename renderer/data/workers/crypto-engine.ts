import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { parseRecoveryKey } from '#shared/vault/recovery-key.ts'
import { unwrapWithPassphrase, unwrapWithRecoveryKey } from '#shared/vault/slots.ts'
import { CaseKeys } from './case-keys.ts'
import { backupOperations } from './crypto-backup.ts'
import type { BackupOperations } from './crypto-backup.ts'
import { checkOperations } from './crypto-check.ts'
import type { CheckOperations } from './crypto-check.ts'
import { fileOperations } from './crypto-files.ts'
import type { FileOperations } from './crypto-files.ts'
import { localOperations } from './crypto-local.ts'
import type { LocalOperations } from './crypto-local.ts'
import type {
  CryptoOperations,
  DerivedKey,
  KeyFacts,
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
import { ManifestKeeper } from './manifest-keeper.ts'
import type { OpenedVault } from './row-seals.ts'
import {
  changePassphrase,
  createVaultFiles,
  openWithKeyring,
  prepareForgetting,
  prepareKit,
  prepareRenewal,
} from './slot-changes.ts'
import type { OpenedKeys, PreparedFiles } from './slot-changes.ts'
import { TrailKeeper } from './trail-keeper.ts'
import { trailOperations } from './trail-operations.ts'
import type { TrailOperation } from './trail-operations.ts'

/**
 * Everything that happens with keys, in one place: it runs inside the crypto worker and nowhere else in the product.
 * The vault key is wiped as soon as the key tree stands, except between a recovery and the new passphrase.
 */
export function createCryptoEngine(): CryptoOperations {
  return engineOf({})
}

function engineOf(held: HeldKeys): CryptoOperations {
  const vault = (): OpenedVault => {
    invariant(held.opened, 'records are sealed and opened only between unlock and lock')
    return held.opened
  }
  return {
    ...slotOperations(held, vault),
    ...recordOperations(held, vault),
    ...trailOperations(vault),
    ...checkOperations(vault),
    ...localOperations(vault),
    ...fileOperations(() => vault().keys.vaultId),
    ...backupOperations(
      () => vault().keys,
      () => engineOf({ opened: vaultOf(vault()) }),
    ),
  }
}

type OwnFileOperation =
  keyof BackupOperations | keyof CheckOperations | keyof FileOperations | keyof LocalOperations

type SlotOperation =
  | 'create'
  | 'unlockWithPassphrase'
  | 'unlockWithRecoveryKey'
  | 'setPassphrase'
  | 'prepareKit'
  | 'prepareForgetting'
  | 'preparedFiles'
  | 'adoptFiles'
  | 'discardFiles'
  | 'keyFacts'

function slotOperations(held: HeldKeys, vault: () => OpenedVault): Pick<CryptoOperations, SlotOperation> {
  return {
    create: (input) => create(held, input),
    unlockWithPassphrase: (input) => unlockWithPassphrase(held, input),
    unlockWithRecoveryKey: (input) => unlockWithRecoveryKey(held, input),
    setPassphrase: (input) => setPassphrase(held, vault(), input),
    prepareKit: (input) => prepareKitOrRenewal(held, vault(), input),
    prepareForgetting: (input) => forget(held, vault(), input),
    preparedFiles: (input) => preparedFiles(held, input),
    adoptFiles: () => adoptFiles(held, vault()),
    discardFiles: () => {
      delete held.prepared
    },
    keyFacts: () => factsOf(vault()),
  }
}

function recordOperations(
  held: HeldKeys,
  vault: () => OpenedVault,
): Omit<CryptoOperations, SlotOperation | TrailOperation | OwnFileOperation> {
  return {
    loadCaseKeys: ({ names, rows }) => vault().cases.load(vault().keys, names, rows),
    nameRows: (input) => nameRows(vault().keys, input),
    sealCommit: (input) => sealCommit(vault(), input),
    settle: async ({ written }) => {
      vault().manifest.settle(written)
      vault().trail.settle(written)
      await vault().cases.settle(written)
    },
    openRows: (input) => openRows(vault(), input),
    openState: (input) => openState(vault(), input),
    beginManifest: () => {
      held.manifestBefore = vault().manifest
      held.opened = { ...vault(), manifest: new ManifestKeeper(vault().keys) }
    },
    endManifest: ({ keep }) => {
      if (!keep && held.manifestBefore) held.opened = { ...vault(), manifest: held.manifestBefore }
      delete held.manifestBefore
    },
    noteRows: (input) => vault().manifest.note(input),
    noteNames: ({ bodies, bodyPacks }) => {
      vault().manifest.noteNames('bodies', bodies)
      vault().manifest.noteNames('bodyPacks', bodyPacks)
    },
    unnotedRows: (input) => unnotedRows(vault().keys, vault().manifest, input),
    checkManifest: () => vault().manifest.check(),
  }
}

interface HeldKeys {
  opened?: OpenedVault
  prepared?: PreparedFiles
  manifestBefore?: ManifestKeeper
  vaultKeyAfterRecovery?: Uint8Array
}

async function create(
  held: HeldKeys,
  { keyPort, now }: Parameters<CryptoOperations['create']>[0],
): ReturnType<CryptoOperations['create']> {
  const derived = await receiveKey(keyPort)
  if (!derived.ok) return err({ code: 'derivation-failed' })
  const { files, kit, opened } = await createVaultFiles(derived, now)
  held.opened = vaultOf(opened)
  return ok({ ...files, ...kit, state: await sealState(held.opened, emptyState) })
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
  { keys }: OpenedVault,
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
  delete held.vaultKeyAfterRecovery
  return changePassphrase(keys, decoded.value, keyring, next, vaultKey)
}

async function prepareKitOrRenewal(
  held: HeldKeys,
  opened: OpenedVault,
  { header, keyring, keyPort, renew, now }: Parameters<CryptoOperations['prepareKit']>[0],
): ReturnType<CryptoOperations['prepareKit']> {
  const passphrase = await receiveKey(keyPort)
  if (!passphrase.ok) return err({ code: 'derivation-failed' })
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  const request = { header: decoded.value, keyring, passphrase, now }
  const made = await (renew ? prepareRenewal : prepareKit)(opened, request)
  if (!made.ok) return made
  held.prepared = made.value.prepared
  return ok(made.value.kit)
}

async function forget(
  held: HeldKeys,
  opened: OpenedVault,
  { header, keyring }: VaultFiles,
): Promise<Result<void, UnlockProblem>> {
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  const prepared = await prepareForgetting(opened, decoded.value, keyring)
  if (!prepared.ok) return prepared
  held.prepared = prepared.value
  return ok()
}

async function preparedFiles(
  { prepared }: HeldKeys,
  { header }: Parameters<CryptoOperations['preparedFiles']>[0],
): ReturnType<CryptoOperations['preparedFiles']> {
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  // Files made for another header would bring back what has been changed since.
  if (prepared?.generation !== decoded.value.generation) return err({ code: 'nothing-prepared' })
  return ok(prepared.files)
}

/** From here on everything is sealed under the prepared keys; the manifest stays with its own until it is made anew. */
function adoptFiles(held: HeldKeys, opened: OpenedVault): void {
  invariant(held.prepared, 'files are prepared before they are written')
  held.opened = { ...opened, ...held.prepared.next }
  delete held.prepared
}

function factsOf({ keys, keySince, manifest }: OpenedVault): KeyFacts {
  return {
    epoch: keys.epoch,
    older: keys.older.map(({ epoch }) => epoch),
    manifestEpoch: manifest.keys.epoch,
    keySince,
  }
}

async function openVerified(
  held: HeldKeys,
  header: VaultHeader,
  vaultKey: Uint8Array,
  keyring: Uint8Array,
): Promise<Result<void, UnlockProblem>> {
  const opened = await openWithKeyring(header, vaultKey, keyring)
  if (!opened.ok) return opened
  held.opened = vaultOf(opened.value)
  return ok()
}

function vaultOf({ keys, keySince }: OpenedKeys): OpenedVault {
  return {
    keys,
    keySince,
    manifest: new ManifestKeeper(keys),
    cases: new CaseKeys(),
    trail: new TrailKeeper(),
  }
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
