import { useSyncExternalStore } from 'react'
import { host } from '#renderer/host/index.ts'
import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { noteInTrail } from '../audit/note-act.ts'
import { backups, keptVaults } from '../backup/page-backup.ts'
import type { FileRestoreFailure } from '../backup/file-from-backup.ts'
import { session } from '../page-session.ts'
import type { KeptHealth } from '../session/health-book.ts'
import type { StoredEntry } from '../store/read-model.ts'
import { FileHealth } from './file-health.ts'
import type { FileHealthState, TidyProblem } from './file-health.ts'
import { attachmentBody, vaultFiles } from './page-files.ts'
import { watchForQuiet } from './quiet.ts'

const quiet = watchForQuiet(
  window,
  () => performance.now(),
  (ms) => session.ports.clock.patience(ms),
)

const fileHealth = new FileHealth({
  files: vaultFiles,
  call: host.call,
  entries: () => session.model.get().list('attachment'),
  book: session.health.book,
  now: () => session.ports.clock.now(),
  breathe: () => session.ports.clock.breathe(),
  whenQuiet: quiet.whenQuiet,
  isVaultWell: () =>
    session.damage.get().length === 0 && session.health.book.now.get().check?.isWell === true,
  hasKeptVaults: async () => (await keptVaults()).length > 0,
  noteTidied: (count) => noteInTrail(session, 'files.tidied', { count }),
  log: (level, code, facts) => session.ports.log(level, code, facts),
})

// After the records were opened: files are read from the same disk.
session.health.now.subscribe(() => {
  const { state } = session.health.now.get()
  if (state === 'waiting') fileHealth.end()
  else if (state === 'checked' && !session.readOnly.get()) void fileHealth.begin()
})

/** What the check of the files is doing. */
export function useFileHealth(): FileHealthState {
  return useSyncExternalStore(fileHealth.now.subscribe, fileHealth.now.get)
}

/** What was checked in this vault, and when, over locks. */
export function useKeptHealth(): KeptHealth {
  const { now } = session.health.book
  return useSyncExternalStore(now.subscribe, now.get)
}

/** Opens everything in the vault now: every record, and every file behind them. */
export async function checkEverythingNow(): Promise<void> {
  await session.health.check()
  await fileHealth.check()
}

/** Puts a missing or damaged file back from the newest backup that has it whole. Errors: also `no-folder`, and `gone`: there is no such record. */
export async function takeFileFromBackup(
  id: string,
): Promise<Result<{ readonly at: string }, FileRestoreFailure | { readonly code: 'no-folder' | 'gone' }>> {
  const folder = (await backups.refresh())?.folder
  if (folder?.state !== 'ready') return err({ code: 'no-folder' })
  const entry = session.model
    .get()
    .list('attachment')
    .find((each) => each.id === id)
  const body = entry && (await attachmentBody(entry).catch(() => undefined))
  if (!entry || !body || !('contentKey' in body) || typeof body.contentKey !== 'string')
    return err({ code: 'gone' })
  const taken = await backups.takeFile(folder.id, { entry, contentKey: body.contentKey })
  if (!taken.ok) return taken
  if (!(await fileHealth.recheck(id))) return err({ code: 'no-whole-file' })
  const stored: StoredEntry | undefined = session.model.get().get(id)
  await noteInTrail(session, 'files.restored', stored ? { about: [stored] } : {})
  return taken
}

/** How many leftover files the person may take away now. */
export function tidiableFiles(): number {
  return fileHealth.tidiable().length
}

/** Takes leftover files away. */
export function tidyFiles(): Promise<Result<number, TidyProblem>> {
  return fileHealth.tidy()
}
