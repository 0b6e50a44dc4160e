import { randomBytes } from 'node:crypto'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BackupFolder, GoodBackup, ListedBackup, Rehearsal } from '#shared/contract/backup-methods.ts'
import { realFileSystem } from './file-system.ts'
import type { BackupFileSystem } from './file-system.ts'
import { createChosenFolders } from './folders.ts'
import { createBackupNotes } from './notes-file.ts'
import { openForReading } from './reading.ts'
import type { BackupReading } from './reading.ts'
import { lastGood, listBackups, noteVerified } from './verified.ts'
import type { Verified } from './verified.ts'
import { beginWriting } from './writing.ts'
import type { BackupWriting } from './writing.ts'

export interface BackupServiceOptions {
  /** Where the host keeps its notes. */
  readonly dataFolder: string
  /** Asks the person for a folder; null when they think better of it. */
  readonly chooseFolder: () => Promise<string | null>
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string
  readonly files?: BackupFileSystem
}

type Answer<T, Code extends string> = Promise<Result<T, { readonly code: Code }>>
type WriteCode = 'disk-full' | 'not-writable' | 'folder-gone' | 'token-unknown'
type ReadCode = 'not-readable' | 'folder-gone' | 'token-unknown'

/** What is known of a vault's backups. */
export interface BackupStatus {
  readonly folder: BackupFolder | null
  readonly lastGood: GoodBackup | null
  readonly rehearsal: Rehearsal | null
}

/** The host's part of backups, one method for each `backup.*` of the contract. */
export interface BackupService {
  status(vault: string): Promise<BackupStatus>
  chooseFolder(lasting: boolean): Answer<BackupFolder, 'cancelled' | 'not-writable'>
  forgetFolder(): Answer<null, 'not-writable'>
  begin(folder: string): Answer<{ readonly token: string; readonly name: string }, WriteCode>
  write(token: string, bytes: Uint8Array): Answer<{ readonly bytes: number }, WriteCode>
  finish(token: string): Answer<{ readonly name: string; readonly bytes: number }, WriteCode>
  cancel(token: string): Promise<null>
  verified(
    folder: string,
    verified: Verified,
  ): Answer<{ readonly removed: number }, 'not-writable' | 'folder-gone' | 'not-readable'>
  list(folder: string): Answer<{ readonly backups: ListedBackup[] }, 'folder-gone' | 'not-readable'>
  open(folder: string, name: string): Answer<{ readonly token: string; readonly bytes: number }, ReadCode>
  read(
    token: string,
    offset: number,
    length: number,
  ): Answer<{ readonly bytes: Uint8Array<ArrayBuffer> }, ReadCode>
  close(token: string): Promise<null>
  rehearsed(vault: string, rehearsal: Omit<Rehearsal, 'at'>): Answer<null, 'not-writable'>
  /** Takes away what is unfinished and closes what is open: the page that asked for it is gone. */
  release(): Promise<void>
}

/** Makes the service. Paths stay inside; what crosses are ids, names without a folder, bytes and dates. */
export function createBackupService(options: BackupServiceOptions): BackupService {
  const files = options.files ?? realFileSystem
  const notes = createBackupNotes(files, options.dataFolder)
  const folders = createChosenFolders(files, notes)
  const parts: Parts = { ...options, files, notes, folders, writings: new Map(), readings: new Map() }
  return { ...placesOf(parts), ...writingsOf(parts), ...readingsOf(parts), release: () => release(parts) }
}

interface Parts extends BackupServiceOptions {
  readonly files: BackupFileSystem
  readonly notes: ReturnType<typeof createBackupNotes>
  readonly folders: ReturnType<typeof createChosenFolders>
  readonly writings: Map<string, BackupWriting>
  readonly readings: Map<string, BackupReading>
}

type Places = Pick<
  BackupService,
  'status' | 'chooseFolder' | 'forgetFolder' | 'verified' | 'list' | 'rehearsed'
>

function placesOf({ files, notes, folders, chooseFolder, now }: Parts): Places {
  return {
    async status(vault) {
      const folder = await folders.automatic()
      const { folder: kept, rehearsals } = await notes.read()
      const last = rehearsals.find((each) => each.vault === vault)
      return {
        folder,
        lastGood: kept && (await lastGood(files, notes, kept.path, vault)),
        rehearsal: last ? { at: last.at, name: last.name, records: last.records, isGood: last.isGood } : null,
      }
    },
    async chooseFolder(lasting) {
      const path = await chooseFolder().catch(() => undefined)
      if (path === undefined) return err({ code: 'not-writable' })
      return path === null ? err({ code: 'cancelled' }) : folders.remember(path, lasting)
    },
    forgetFolder: () => folders.forget(),
    async verified(folder, verified) {
      const path = await folders.find(folder)
      if (!path.ok) return path
      const noted = await noteVerified(files, notes, path.value, verified, now())
      return noted.ok ? ok({ removed: noted.value }) : noted
    },
    async rehearsed(vault, rehearsal) {
      const noted = { ...rehearsal, vault, at: now() }
      const kept = await notes.change((before) => ({
        ...before,
        rehearsals: [...before.rehearsals.filter((each) => each.vault !== vault), noted],
      }))
      return kept.ok ? ok(null) : kept
    },
    async list(folder) {
      const path = await folders.find(folder)
      if (!path.ok) return path
      const listed = await listBackups(files, notes, path.value)
      return listed.ok ? ok({ backups: [...listed.value] }) : listed
    },
  }
}

function writingsOf({
  files,
  folders,
  writings,
  now,
}: Parts): Pick<BackupService, 'begin' | 'write' | 'finish' | 'cancel'> {
  return {
    async begin(folder) {
      await cancelAll(writings)
      const path = await folders.find(folder)
      if (!path.ok) return path
      const begun = await beginWriting(files, path.value, new Date(now()))
      if (!begun.ok) return begun
      const token = newToken()
      writings.set(token, begun.value)
      return ok({ token, name: begun.value.name })
    },
    async write(token, bytes) {
      const written = await writings.get(token)?.write(bytes)
      if (!written) return err({ code: 'token-unknown' })
      return written.ok ? ok({ bytes: written.value }) : written
    },
    async finish(token) {
      const writing = writings.get(token)
      writings.delete(token)
      return writing ? writing.finish() : err({ code: 'token-unknown' })
    },
    async cancel(token) {
      const writing = writings.get(token)
      writings.delete(token)
      await writing?.cancel()
      return null
    },
  }
}

function readingsOf({ files, folders, readings }: Parts): Pick<BackupService, 'open' | 'read' | 'close'> {
  return {
    async open(folder, name) {
      const path = await folders.find(folder)
      if (!path.ok) return path
      const opened = await openForReading(files, path.value, name)
      if (!opened.ok) return opened
      const token = newToken()
      readings.set(token, opened.value)
      return ok({ token, bytes: opened.value.bytes })
    },
    async read(token, offset, length) {
      const read = await readings.get(token)?.read(offset, length)
      if (!read) return err({ code: 'token-unknown' })
      return read.ok ? ok({ bytes: read.value }) : read
    },
    async close(token) {
      await readings.get(token)?.close()
      readings.delete(token)
      return null
    },
  }
}

async function release({ writings, readings }: Parts): Promise<void> {
  await cancelAll(writings)
  for (const reading of readings.values()) await reading.close()
  readings.clear()
}

async function cancelAll(writings: Map<string, BackupWriting>): Promise<void> {
  const unfinished = [...writings.values()]
  writings.clear()
  for (const writing of unfinished) await writing.cancel()
}

function newToken(): string {
  return randomBytes(16).toString('hex')
}
