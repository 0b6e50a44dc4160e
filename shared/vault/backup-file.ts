import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import {
  backupContentKey,
  backupFileId,
  checkBackupPrefix,
  decodeBackupPrefix,
  encodeBackupPrefix,
} from './backup-header.ts'
import type { BackupHeader, BackupPrefix, BackupProblem } from './backup-header.ts'
import { importStreamKey } from './primitives.ts'
import type { SecretKey } from './primitives.ts'
import { createStreamOpener, createStreamSealer } from './stream.ts'
import type { StreamOpener, StreamSealer } from './stream.ts'

/** A backup that has begun: its first bytes, and what seals the content behind them. */
export interface BackupSealing {
  readonly prefix: Uint8Array
  readonly sealer: StreamSealer
}

/** Begins a backup. `backupKey` is the vault's key of the purpose `bak`; the salt in the header must be fresh. */
export async function beginBackup(
  backupKey: SecretKey,
  vaultId: Uint8Array,
  header: BackupHeader,
): Promise<BackupSealing> {
  const prefix = await encodeBackupPrefix(backupKey, header)
  const decoded = decodeBackupPrefix(prefix)
  if (!decoded.ok) throw new RangeError('This header cannot be written')
  const { key, context } = await contentOf(backupKey, vaultId, decoded.value)
  return { prefix, sealer: createStreamSealer(key, context) }
}

/** Begins to read a backup whose prefix was taken apart. Errors: `damaged-backup` when prefix and key do not belong together. */
export async function openBackup(
  backupKey: SecretKey,
  vaultId: Uint8Array,
  prefix: BackupPrefix,
): Promise<Result<StreamOpener, BackupProblem>> {
  if (!(await checkBackupPrefix(backupKey, prefix))) return err({ code: 'damaged-backup' })
  const { key, context } = await contentOf(backupKey, vaultId, prefix)
  return ok(createStreamOpener(key, context))
}

async function contentOf(backupKey: SecretKey, vaultId: Uint8Array, prefix: BackupPrefix) {
  const [content, streamId] = await Promise.all([
    backupContentKey(backupKey, prefix.header.salt),
    backupFileId(prefix.authenticated),
  ])
  return { key: await importStreamKey(content), context: { purpose: 'bak', vaultId, streamId } as const }
}
