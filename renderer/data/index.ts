import { session } from './page-session.ts'

export { execute } from './page-session.ts'
export {
  useBody,
  useCommand,
  useDamage,
  usePassphraseRequired,
  useReadOnly,
  useSaveStatus,
  useVault,
  useVaultProblem,
  useVaultState,
} from './hooks.ts'
export type { BodyState, CommandRunner } from './hooks.ts'
export { additions, useAddedCount, useAdditions, vaultFiles } from './files/page-files.ts'
export type { Addition } from './files/additions.ts'
export type { FileProblem } from './files/file-ports.ts'
export { lastRestored, lookAtCopy, useHealth, useOpening, useRecovery, useRestored } from './use-health.ts'
export type { CopyFacts } from './use-health.ts'
export {
  checkEverythingNow,
  takeFileFromBackup,
  tidiableFiles,
  tidyFiles,
  useFileHealth,
  useKeptHealth,
} from './files/page-file-health.ts'
export type { FileHealthState } from './files/file-health.ts'
export type { KeptFileProblem, KeptHealth } from './session/health-book.ts'
export { storageCare, vaultCopy } from './page-storage.ts'
export type { AsideFacts, CopyVerdict, VaultCopyBegun, VaultCopyStep } from './page-storage.ts'
export type { Restored } from './session/choose-copy.ts'
export type { OpeningProgress } from './session/open-vault.ts'
export type { RecoveryReason } from './session/probe-vault.ts'
export type { Health } from './session/vault-health.ts'
export { keyCare, useKeyFacts, useRenewal } from './page-keys.ts'
export type { KeyCareProblem } from './session/key-care.ts'
export { useReading, useRecord, useRecords } from './use-records.ts'
export type { Reading } from './use-records.ts'
export {
  backupWarning,
  backups,
  differenceFrom,
  keptVaults,
  openBackupAt,
  proveKept,
  putInPlace,
  restoreBeside,
  useBackupFailure,
  useBackupStatus,
  useBackupTask,
} from './backup/page-backup.ts'
export type {
  BackupFacts,
  BackupFailure,
  BackupPlace,
  BackupProgress,
  BackupSecret,
  BackupStatus,
  BackupTask,
  BackupWarning,
  Difference,
  KeptVault,
  ListedBackup,
  OpenedBackup,
} from './backup/page-backup.ts'
export { generatedWords, generatePassphrase, passphraseStrength } from './passphrase/index.ts'
export type { PassphraseStrength } from './passphrase/strength.ts'
export type { SaveStatus } from './session/save-status.ts'
export type { RecoveryKit } from './session/make-vault.ts'
export type { VaultState } from './session/session.ts'
export type { VaultProblem } from './session/vault-problem.ts'
export type { Damage } from './store/load-vault.ts'
export type { VaultAct } from './audit/note-act.ts'
export type { HistoryFilter, HistoryPage } from './audit/read-history.ts'
export type { AuditEntry, AuditObject, BadEntry } from '#shared/vault/audit.ts'
export type { ReadModel, StoredEntry } from './store/read-model.ts'

/** Looks what is on this computer; the page calls it once at its start. */
export const startSession = session.start.bind(session)
/** Makes a vault and leaves it unlocked. */
export const createVault = session.createVault.bind(session)
export const unlockWithPassphrase = session.unlockWithPassphrase.bind(session)
/** Opens with the key from paper; then `usePassphraseRequired` is true until `setPassphrase`. */
export const unlockWithRecoveryKey = session.unlockWithRecoveryKey.bind(session)
export {
  auditCheckpoint,
  lock,
  noteInTrail,
  readHistory,
  setPassphrase,
  verifyHistory,
} from './audit/page-trail.ts'
/** Registers a writer of drafts; lock and close run it. Answers with the way to take it back. */
export const registerFlush = session.registerFlush.bind(session)
/** Writes all drafts now; tells whether all of them are on disk. */
export const flushDrafts = session.flush.bind(session)
