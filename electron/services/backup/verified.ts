import { join } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { GoodBackup, ListedBackup } from '#shared/contract/backup-methods.ts'
import type { BackupFileSystem } from './file-system.ts'
import type { BackupNotes, BackupNotesFile, NotedBackup } from './notes-file.ts'
import { findBackups } from './reading.ts'
import type { FoundBackup } from './reading.ts'
import { chooseExpired } from './rotation.ts'

/** What the page found when it opened a backup again. */
export interface Verified {
  readonly name: string
  readonly vault: string
  readonly records: number
  readonly attachments: number
}

type NoteProblem = { readonly code: 'not-writable' | 'not-readable' }

/**
 * Notes a verified backup and takes older ones away: only files that were noted themselves, of the same vault, in this
 * folder, and unchanged in size since. Answers how many went. Errors: `not-readable` when the file is not there.
 */
export async function noteVerified(
  files: BackupFileSystem,
  notes: BackupNotesFile,
  folder: string,
  { name, vault, records, attachments }: Verified,
  at: string,
): Promise<Result<number, NoteProblem>> {
  const found = await findBackups(files, folder)
  const file = found.ok ? found.value.find((each) => each.name === name) : undefined
  if (!found.ok || !file) return err({ code: 'not-readable' })
  const noted: NotedBackup = { folder, name, vault, at, bytes: file.bytes, records, attachments }
  const kept = await notes.change((before) => ({ ...before, verified: [...others(before, noted), noted] }))
  if (!kept.ok) return kept
  const ours = unchanged(kept.value, folder, found.value).filter((each) => each.vault === vault)
  const removed = await removeAll(files, folder, chooseExpired(ours))
  if (removed.size === 0) return ok(0)
  const tidied = await notes.change((before) => ({
    ...before,
    verified: before.verified.filter((each) => each.folder !== folder || !removed.has(each.name)),
  }))
  return tidied.ok ? ok(removed.size) : tidied
}

/** The files of a folder with what is known of each. Errors: `not-readable`. */
export async function listBackups(
  files: BackupFileSystem,
  notes: BackupNotesFile,
  folder: string,
): Promise<Result<readonly ListedBackup[], { readonly code: 'not-readable' }>> {
  const found = await findBackups(files, folder)
  if (!found.ok) return found
  const known = new Map(unchanged(await notes.read(), folder, found.value).map((each) => [each.name, each]))
  const listed = found.value.map(({ name, bytes, changedAt }): ListedBackup => {
    const good = known.get(name)
    return { name, bytes, at: good?.at ?? changedAt, good: good ? goodOf(good) : null }
  })
  return ok(listed.sort((a, b) => (a.at < b.at ? 1 : -1)))
}

/** The newest verified backup of a vault in a folder that is still there as it was. */
export async function lastGood(
  files: BackupFileSystem,
  notes: BackupNotesFile,
  folder: string,
  vault: string,
): Promise<GoodBackup | null> {
  const found = await findBackups(files, folder)
  // A folder that is away for the moment keeps the date of its last backup: the page says how old that is.
  const known = await notes.read()
  const there = found.ok ? unchanged(known, folder, found.value) : inFolder(known, folder)
  const [newest] = there.filter((each) => each.vault === vault).sort((a, b) => (a.at < b.at ? 1 : -1))
  return newest ? withoutVault(goodOf(newest)) : null
}

function others(before: BackupNotes, noted: NotedBackup): readonly NotedBackup[] {
  return before.verified.filter((each) => each.folder !== noted.folder || each.name !== noted.name)
}

function inFolder({ verified }: BackupNotes, folder: string): readonly NotedBackup[] {
  return verified.filter((each) => each.folder === folder)
}

/** What was noted and lies there with the same size; anything else is not ours to judge. */
function unchanged(
  notes: BackupNotes,
  folder: string,
  found: readonly FoundBackup[],
): readonly NotedBackup[] {
  const sizes = new Map(found.map(({ name, bytes }) => [name, bytes]))
  return inFolder(notes, folder).filter((each) => sizes.get(each.name) === each.bytes)
}

async function removeAll(
  files: BackupFileSystem,
  folder: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const removed = new Set<string>()
  for (const name of names) {
    const isGone = await files.rm(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (isGone) removed.add(name)
  }
  return removed
}

function goodOf({ name, vault, at, bytes, records, attachments }: NotedBackup) {
  return { name, vault, at, bytes, records, attachments }
}

function withoutVault({ name, at, bytes, records, attachments }: GoodBackup): GoodBackup {
  return { name, at, bytes, records, attachments }
}
