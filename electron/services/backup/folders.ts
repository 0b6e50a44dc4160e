import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BackupFolder } from '#shared/contract/backup-methods.ts'
import type { BackupFileSystem } from './file-system.ts'
import type { BackupNotesFile } from './notes-file.ts'

/** Folders that the person chose, by an id that tells nothing. Only the one for automatic backups outlives the program. */
export interface ChosenFolders {
  /** Takes up a folder from the host's dialog. */
  remember(path: string, lasting: boolean): Promise<Result<BackupFolder, { readonly code: 'not-writable' }>>
  forget(): Promise<Result<null, { readonly code: 'not-writable' }>>
  automatic(): Promise<BackupFolder | null>
  /** The path behind an id. Errors: `folder-gone` also for an id that nobody gave out. */
  find(id: string): Promise<Result<string, { readonly code: 'folder-gone' }>>
}

export function createChosenFolders(files: BackupFileSystem, notes: BackupNotesFile): ChosenFolders {
  const once = new Map<string, string>()
  const lookUp = async (id: string): Promise<string | undefined> => {
    const { folder } = await notes.read()
    return folder?.id === id ? folder.path : once.get(id)
  }
  return {
    async remember(path, lasting) {
      const id = randomBytes(16).toString('hex')
      if (lasting) {
        const kept = await notes.change((before) => ({ ...before, folder: { id, path } }))
        if (!kept.ok) return kept
      } else {
        once.set(id, path)
      }
      return ok(await describe(files, id, path))
    },
    async forget() {
      const kept = await notes.change((before) => ({ ...before, folder: null }))
      return kept.ok ? ok(null) : kept
    },
    async automatic() {
      const { folder } = await notes.read()
      return folder && describe(files, folder.id, folder.path)
    },
    async find(id) {
      const path = await lookUp(id)
      return path !== undefined && (await isFolder(files, path)) ? ok(path) : err({ code: 'folder-gone' })
    },
  }
}

async function describe(files: BackupFileSystem, id: string, path: string): Promise<BackupFolder> {
  const name = basename(path) || path
  if (!(await isFolder(files, path))) return { id, name, state: 'gone' }
  const writable = await files.checkWritable(path).then(
    () => true,
    () => false,
  )
  return { id, name, state: writable ? 'ready' : 'not-writable' }
}

/** Tells whether a folder is there now: a stick may be pulled at any time. */
export async function isFolder(files: BackupFileSystem, path: string): Promise<boolean> {
  return files.lstat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}
