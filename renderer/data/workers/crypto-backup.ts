import { err, invariant, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { beginBackup, openBackup } from '#shared/vault/backup-file.ts'
import { backupSaltBytes, decodeBackupPrefix } from '#shared/vault/backup-header.ts'
import type { BackupHeader, BackupProblem } from '#shared/vault/backup-header.ts'
import { concatBytes, equalInConstantTime } from '#shared/vault/bytes.ts'
import { keysOfEpoch } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import type { StreamOpener, StreamSealer } from '#shared/vault/stream.ts'
import type { CryptoOperations } from './crypto-protocol.ts'
import { serve, transferring } from './rpc.ts'

/** A backup file whose sealing or opening goes over several calls. */
export type BackupHandle = number

/** What the crypto worker does for backups. Its keys stay inside; sealed and opened bytes cross. */
export interface BackupOperations {
  /** Begins a file: its first bytes. */
  beginBackup(
    header: Omit<BackupHeader, 'salt'>,
  ): Promise<{ readonly handle: BackupHandle; readonly prefix: Uint8Array }>
  /** Seals the next data; `last` ends the file. */
  sealBackup(input: BackupPart): Promise<Uint8Array>
  /** Begins to read a file. Errors: `other-vault` also when its vault key is no longer kept here. */
  openBackup(input: {
    readonly prefix: Uint8Array
  }): Promise<Result<BackupHandle, BackupProblem | { readonly code: 'other-vault' }>>
  /** Opens the next sealed bytes; `last` tells that there are no more. Errors: `damaged-backup`, from then on for ever. */
  openBackupPart(input: BackupPart): Promise<Result<Uint8Array, BackupProblem>>
  /** Lets go of a file. */
  closeBackup(input: { readonly handle: BackupHandle }): void
  /**
   * Serves a second engine with the same keys on a port, for a copy of the vault beside it (a rehearsal): it has a
   * manifest and keys of cases of its own, so that nothing of the open vault is touched.
   */
  openTwin(input: { readonly port: MessagePort }): void
}

interface BackupPart {
  readonly handle: BackupHandle
  readonly data: Uint8Array
  readonly last: boolean
}

type Sealing = Pick<BackupOperations, 'beginBackup' | 'sealBackup'>
type Opening = Pick<BackupOperations, 'openBackup' | 'openBackupPart'>

/** Makes the operations. `engineWith` makes a second engine over the same keys. */
export function backupOperations(
  keys: () => VaultKeys,
  engineWith: () => CryptoOperations,
): BackupOperations {
  const files: OpenFiles = { sealers: new Map(), openers: new Map(), lastHandle: 0 }
  return {
    ...sealing(keys, files),
    ...opening(keys, files),
    closeBackup({ handle }) {
      files.sealers.delete(handle)
      files.openers.delete(handle)
    },
    openTwin({ port }) {
      serve(port, { ...engineWith() })
    },
  }
}

interface OpenFiles {
  readonly sealers: Map<BackupHandle, StreamSealer>
  readonly openers: Map<BackupHandle, StreamOpener>
  lastHandle: BackupHandle
}

function sealing(keys: () => VaultKeys, files: OpenFiles): Sealing {
  return {
    async beginBackup(header) {
      const salt = randomBytes(backupSaltBytes)
      const { prefix, sealer } = await beginBackup(keys().backups, keys().vaultId, { ...header, salt })
      const handle = ++files.lastHandle
      files.sealers.set(handle, sealer)
      return { handle, prefix }
    },
    async sealBackup({ handle, data, last }) {
      const sealer = files.sealers.get(handle)
      invariant(sealer, 'a backup is begun before it is sealed')
      const sealed = await sealer.push(data)
      if (last) files.sealers.delete(handle)
      return movable(last ? concatBytes(sealed, await sealer.finish()) : sealed)
    },
  }
}

function opening(keys: () => VaultKeys, files: OpenFiles): Opening {
  return {
    async openBackup({ prefix }) {
      const opener = await openerFor(keys(), prefix)
      if (!opener.ok) return opener
      const handle = ++files.lastHandle
      files.openers.set(handle, opener.value)
      return ok(handle)
    },
    async openBackupPart({ handle, data, last }) {
      const opener = files.openers.get(handle)
      invariant(opener, 'a backup is begun before it is opened')
      const opened = await opener.push(data)
      const rest = opened.ok && last ? await opener.finish() : undefined
      if (!opened.ok || rest?.ok === false) return err({ code: 'damaged-backup' })
      return ok(rest ? concatBytes(opened.value, rest.value) : opened.value)
    },
  }
}

async function openerFor(
  keys: VaultKeys,
  prefix: Uint8Array,
): Promise<Result<StreamOpener, BackupProblem | { readonly code: 'other-vault' }>> {
  const decoded = decodeBackupPrefix(prefix)
  if (!decoded.ok) return decoded
  const header = await decodeHeader(decoded.value.header.header)
  if (!header.ok)
    return err({ code: header.error.code === 'newer-vault' ? 'newer-backup' : 'damaged-backup' })
  const epoch = keysOfEpoch(keys, header.value.epoch)
  if (!epoch || !equalInConstantTime(header.value.vaultId, keys.vaultId)) return err({ code: 'other-vault' })
  return openBackup(epoch.backups, keys.vaultId, decoded.value)
}

/** Moves a whole buffer to the caller; a view into a larger one is copied first. */
function movable(bytes: Uint8Array): Uint8Array {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
  // Made by our own functions, never on shared memory.
  return transferring(own, [own.buffer as ArrayBuffer])
}
