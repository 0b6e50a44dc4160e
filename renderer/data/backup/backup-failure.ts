import type { CommonErrorCode } from '#shared/contract/errors.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { DamagedContent } from '#shared/vault/backup-reader.ts'
import { SourceChanged } from '#shared/vault/backup-writer.ts'

/** Everything that can end a backup, a check or a restore; the words are made by the screens. */
export type BackupFailureCode =
  | 'cancelled'
  | 'disk-full'
  | 'not-writable'
  | 'folder-gone'
  /** The file, or the vault's own second copy or attachments, could not be read. */
  | 'not-readable'
  /** The second copy of the vault, from which backups are made, needs repair first. */
  | 'second-copy-damaged'
  | 'not-a-backup'
  | 'newer-backup'
  | 'damaged-backup'
  | 'unsafe-header'
  | 'other-vault'
  | 'wrong-passphrase'
  | 'wrong-recovery-key'
  | 'mistyped'
  | 'derivation-failed'
  /** Something else of the same kind is under way. */
  | 'busy'
  | 'locked'
  /** The new database could not be written or did not read back. */
  | 'store-unavailable'
  | 'internal'

export interface BackupFailure {
  readonly code: BackupFailureCode
}

/** Ends a piece of work with a failure; `settleBackup` turns it into an answer. */
export class BackupStopped extends Error {
  override readonly name = 'BackupStopped'
  readonly failure: BackupFailure

  constructor(code: BackupFailureCode) {
    super(code)
    this.failure = { code }
  }
}

/** Runs a piece of work to its answer. What is no failure of a backup is thrown on. */
export async function settleBackup<T>(work: () => Promise<T>): Promise<Result<T, BackupFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof BackupStopped) return err(error.failure)
    if (error instanceof DamagedContent) return err({ code: 'damaged-backup' })
    if (error instanceof SourceChanged) return err({ code: 'not-readable' })
    throw error
  }
}

/** The value of a result; its error ends the work, translated where the host has a word of its own. */
export function orStop<T>(
  result: Result<T, { readonly code: BackupFailureCode | HostOnlyCode | CommonErrorCode }>,
): T {
  if (result.ok) return result.value
  throw new BackupStopped(failureOf(result.error.code))
}

/** Ends the work when the person, or the lock, has stopped it. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new BackupStopped('cancelled')
}

type HostOnlyCode =
  | 'token-unknown'
  | 'journal-damaged'
  | 'not-kept'
  | 'not-found'
  | 'not-begun'
  | 'out-of-step'
  | 'exists'
  | 'wrong-key'
  | 'damaged-header'
  | 'newer-vault'

function failureOf(code: BackupFailureCode | HostOnlyCode | CommonErrorCode): BackupFailureCode {
  switch (code) {
    // The host let go of what was begun: it does that at a lock, and when another backup begins.
    case 'token-unknown':
    case 'not-begun':
      return 'cancelled'
    case 'journal-damaged':
    case 'not-kept':
    case 'out-of-step':
      return 'second-copy-damaged'
    case 'not-found':
      return 'not-readable'
    case 'exists':
      return 'not-writable'
    case 'damaged-header':
      return 'damaged-backup'
    case 'newer-vault':
      return 'newer-backup'
    case 'wrong-key':
      return 'wrong-passphrase'
    case 'bad-request':
    case 'bad-answer':
    case 'forbidden':
    case 'too-large':
    case 'unavailable':
    case 'unknown-method':
      return 'internal'
    default:
      return code
  }
}
