import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ExportFormat } from '#shared/contract/methods.ts'
import type { Dialogs } from '../../ports.ts'

const formatNames: Readonly<Record<ExportFormat, string>> = { docx: 'Word document', pdf: 'PDF document' }

/** Asks the user for the place of a document in the system's own dialog. */
export function createSaveDialog(currentWindow: () => BrowserWindow | undefined): Dialogs {
  return {
    async chooseExportPath(suggestedName, format) {
      const options: Electron.SaveDialogOptions = {
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: formatNames[format], extensions: [format] }],
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      }
      const window = currentWindow()
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      return answer.canceled || answer.filePath === '' ? null : withEnding(answer.filePath, format)
    },
  }
}

function withEnding(path: string, format: ExportFormat): string {
  return path.toLowerCase().endsWith(`.${format}`) ? path : `${path}.${format}`
}
