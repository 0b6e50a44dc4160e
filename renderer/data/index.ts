import { recordReader } from './session/execute.ts'
import { saving, session } from './page-session.ts'
import type { RecordReader } from '#shared/commands/command.ts'
import type { SaveStatus } from './session/save-status.ts'
import type { VaultState } from './session/session.ts'
import type { ReadModel } from './store/read-model.ts'

export { execute } from './page-session.ts'
export {
  useBody,
  useCommand,
  useDamage,
  usePassphraseRequired,
  useSaveStatus,
  useVault,
  useVaultProblem,
  useVaultState,
} from './hooks.ts'
export type { BodyState, CommandRunner } from './hooks.ts'
export { useReading, useRecord, useRecords } from './use-records.ts'
export type { Reading } from './use-records.ts'
export { generatedWords, generatePassphrase, passphraseStrength } from './passphrase/index.ts'
export type { PassphraseStrength } from './passphrase/index.ts'
export type { SaveStatus } from './session/save-status.ts'
export type { RecoveryKit, VaultState } from './session/session.ts'
export type { VaultProblem } from './session/vault-problem.ts'
export type { Damage } from './store/load-vault.ts'
export type { ReadModel, StoredEntry } from './store/read-model.ts'

/** Looks what is on this computer; the page calls it once at its start. */
export const startSession = session.start.bind(session)
/** Makes a vault and leaves it unlocked. */
export const createVault = session.createVault.bind(session)
export const unlockWithPassphrase = session.unlockWithPassphrase.bind(session)
/** Opens with the key from paper; then `usePassphraseRequired` is true until `setPassphrase`. */
export const unlockWithRecoveryKey = session.unlockWithRecoveryKey.bind(session)
/** Sets another passphrase; `current` is needed except right after a recovery. */
export const setPassphrase = session.setPassphrase.bind(session)
/** Writes drafts, drops the keys and ends the page. */
export const lock = session.lock.bind(session)
/** Registers a writer of drafts; lock and close run it. Answers with the way to take it back. */
export const registerFlush = session.registerFlush.bind(session)
/** Writes all drafts now. */
export const flushDrafts = session.flush.bind(session)

/** What the vault is right now. */
export function vaultState(): VaultState {
  return session.state.get()
}

/** Calls back after each change of `vaultState`. */
export function subscribeToVaultState(listener: () => void): () => void {
  return session.state.subscribe(listener)
}

/** What may be said about the last change. */
export function saveStatus(): SaveStatus {
  return saving.get()
}

/** All heads as they are now. */
export function readModel(): ReadModel {
  return session.model.get()
}

/** Reads heads and bodies as they are now; undefined while locked. */
export function readRecords(): RecordReader | undefined {
  return session.opened && recordReader(session.opened, session.model.get())
}
