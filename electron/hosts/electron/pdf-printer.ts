import { BrowserWindow, session } from 'electron'
import { randomUUID } from 'node:crypto'
import type { PdfPrinter } from '../../ports.ts'
import { commonHeaders } from '../../services/renderer-files/policy.ts'
import { printPolicy, withPrintPolicy } from '../../services/renderer-files/print-policy.ts'
import { printUrl, scheme } from './origin.ts'
import { printWindowOptions } from './window-options.ts'

// What a printed page carries itself.
const ownContent = /^data:(font|image)\//

/** Prints in a hidden window of its own session, which lives in memory for one document and is then destroyed. */
export function createPdfPrinter(): PdfPrinter {
  return {
    async printToPdf(html, stop) {
      const partition = `print-${randomUUID()}`
      servePage(partition, withPrintPolicy(html))
      const window = new BrowserWindow(printWindowOptions(partition))
      // Destroying the window makes the printing fail, and with it the export.
      stop?.addEventListener('abort', () => window.destroy(), { once: true })
      try {
        await window.loadURL(printUrl)
        return new Uint8Array(
          await window.webContents.printToPDF({
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          }),
        )
      } finally {
        if (!window.isDestroyed()) window.destroy()
        session.fromPartition(partition).protocol.unhandle(scheme)
      }
    },
  }
}

function servePage(partition: string, html: string): void {
  const printing = session.fromPartition(partition)
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  printing.setPermissionCheckHandler(() => false)
  printing.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: url !== printUrl && !ownContent.test(url) }),
  )
  printing.protocol.handle(scheme, () => {
    const headers = {
      ...commonHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': printPolicy,
    }
    return new Response(html, { headers })
  })
}
