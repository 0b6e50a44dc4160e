import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ExportFormat } from '#shared/contract/methods.ts'
import type { Dialogs } from '../../ports.ts'

const formatNames: Readonly<Record<ExportFormat, string>> = { docx: 'Word document', pdf: 'PDF document' }

/** Asks the user for places in the system's own dialogs. */
export function createSaveDialog(currentWindow: () => BrowserWindow | undefined): Dialogs {
  return {
    chooseExportPath: (suggestedName, format) =>
      choosePlace(currentWindow(), suggestedName, { name: formatNames[format], extensions: [format] }),
    chooseCopyPath: (suggestedName, ending) =>
      choosePlace(currentWindow(), suggestedName, { name: ending.toUpperCase(), extensions: [ending] }),
    async chooseBackupFolder() {
      const options: Electron.OpenDialogOptions = {
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      }
      const window = currentWindow()
      const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
  }
}

async function choosePlace(
  window: BrowserWindow | undefined,
  suggestedName: string,
  kind: { readonly name: string; readonly extensions: [string] },
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [kind],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  }
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled || answer.filePath === '' ? null : withEnding(answer.filePath, kind.extensions[0])
}

function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`
}
