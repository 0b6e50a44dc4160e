import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Dialogs } from '../../ports.ts'
import { findFreePath } from '../../services/files/free-path.ts'

/** Where documents go when nobody chose a folder. */
export function defaultExportFolder(): string {
  return join(homedir(), 'Documents', 'Evenhand')
}

/** This host has no save dialog: documents go into one folder, and never over another file. */
export function createFolderDialogs(folder: string): Dialogs {
  return { chooseExportPath: (suggestedName) => findFreePath(folder, suggestedName) }
}
