import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Dialogs } from '../../ports.ts'
import { findFreePath } from '../../services/files/free-path.ts'

/** Where documents go when nobody chose a folder. */
export function defaultExportFolder(): string {
  return join(homedir(), 'Documents', 'Evenhand')
}

/**
 * This host has no dialogs: documents go into one folder, and never over another file; backups go into the folder
 * `Backups` in it, which is made when somebody wants one.
 */
export function createFolderDialogs(folder: string): Dialogs {
  return {
    chooseExportPath: (suggestedName) => findFreePath(folder, suggestedName),
    chooseCopyPath: (suggestedName) => findFreePath(folder, suggestedName),
    async chooseBackupFolder() {
      const path = join(folder, 'Backups')
      await mkdir(path, { recursive: true, mode: 0o700 })
      return path
    },
  }
}
