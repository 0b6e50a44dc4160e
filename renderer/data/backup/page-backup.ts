import { host } from '#renderer/host/index.ts'
import type { Result } from '#shared/domain/result.ts'
import { useSyncExternalStore } from 'react'
import { session } from '../page-session.ts'
import { openDatabase } from '../store/database.ts'
import type { Signal } from '../session/signal.ts'
import { keepBackingUp } from './automatic.ts'
import { BackupStopped, settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import { BackupKeeper } from './backup-keeper.ts'
import type { BackupStatus, BackupTask } from './backup-keeper.ts'
import { fileSource, folderSource } from './byte-source.ts'
import type { BackupFacts } from './check-backup.ts'
import { compareVaults } from './compare-vaults.ts'
import type { Difference } from './compare-vaults.ts'
import { OpenedBackup } from './opened-backup.ts'
import type { BackupSecret, Watching } from './opened-backup.ts'
import { proveKeptVault } from './prove-kept-vault.ts'
import { removeUnfinished } from './restore-backup.ts'
import { findKeptVaults, switchVault } from './switch-vault.ts'
import type { KeptVault } from './switch-vault.ts'

/** Backups of the vault of this page. */
export const backups = new BackupKeeper(session, host)

keepBackingUp(session, backups)

function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.subscribe, signal.get)
}

/** How backups stand; undefined until the host has said so. */
export function useBackupStatus(): BackupStatus | undefined {
  return useSignal(backups.status)
}

/** What is under way. */
export function useBackupTask(): BackupTask | undefined {
  return useSignal(backups.task)
}

/** Why the last automatic backup was not made. */
export function useBackupFailure(): BackupFailure | undefined {
  return useSignal(backups.failure)
}

/** Where a backup lies: a file that the person gave to the page, or one of a folder that the host knows. */
export type BackupPlace = File | { readonly folder: string; readonly name: string }

/** Opens a backup with its own passphrase or recovery key. */
export async function openBackupAt(
  place: BackupPlace,
  secret: BackupSecret,
): Promise<Result<OpenedBackup, BackupFailure>> {
  const source = await settleBackup(async () =>
    place instanceof File ? fileSource(place) : folderSource(host, place.folder, place.name),
  )
  if (!source.ok) return source
  const opened = await OpenedBackup.open(source.value, session.ports.workers, secret)
  if (opened.ok) await session.ports.tellKeys?.(true)
  else await source.value.close()
  return opened
}

/** What the vault in use has that a backup does not; undefined while none is open. */
export function differenceFrom(facts: BackupFacts): Difference | undefined {
  return session.opened && compareVaults(session.model.get(), facts)
}

/** Restores a checked backup beside the vault in use, which is not touched. Answers with the name to put in place. */
export async function restoreBeside(
  backup: OpenedBackup,
  watching: Watching,
): Promise<Result<string, BackupFailure>> {
  const current = await nameInUse()
  await removeUnfinished(session.ports.databaseName, current)
  return backup.restoreBeside(host, session.ports.databaseName, watching)
}

/** Makes a vault beside the one in use the one in use; the page ends. The one before stays and can be put back. */
export async function putInPlace(databaseName: string): Promise<Result<void, BackupFailure>> {
  return settleBackup(async () => {
    const replaced = await session.replaceVault(async () => {
      const database = await openDatabase(databaseName)
      try {
        await switchVault(session.ports.durable, database)
      } finally {
        database.close()
      }
    })
    if (!replaced.ok) throw new BackupStopped('busy')
  })
}

/** Vaults that are kept beside the one in use. */
export async function keptVaults(): Promise<readonly KeptVault[]> {
  return findKeptVaults(session.ports.databaseName, await nameInUse())
}

/** Tells whether a kept vault is whole and opens with this passphrase. Answers with the number of its records. */
export async function proveKept(
  databaseName: string,
  passphrase: string,
): Promise<Result<number, BackupFailure>> {
  const proven = await proveKeptVault(session.ports.workers, databaseName, passphrase)
  if (proven.ok) await session.ports.tellKeys?.(true)
  return proven
}

async function nameInUse(): Promise<string> {
  if (session.opened) return session.opened.database.name
  const look = await session.ports.durable('durable.look', {})
  return (look.ok ? look.value.header?.databaseName : undefined) ?? session.ports.databaseName
}

export type { ListedBackup } from '#shared/contract/backup-methods.ts'
export { backupWarning } from './automatic.ts'
export type { BackupWarning } from './automatic.ts'
export type { BackupFailure, BackupFailureCode } from './backup-failure.ts'
export type { BackupStatus, BackupTask } from './backup-keeper.ts'
export type { BackupFacts } from './check-backup.ts'
export type { Difference } from './compare-vaults.ts'
export type { BackupProgress } from './make-backup.ts'
export type { OpenedBackup, BackupSecret } from './opened-backup.ts'
export type { KeptVault } from './switch-vault.ts'
