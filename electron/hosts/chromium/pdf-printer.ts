import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import type { PdfPrinter } from '../../ports.ts'
import { withPrintPolicy } from '../../services/renderer-files/print-policy.ts'
import { browserOptions } from './browser-options.ts'

/**
 * Prints in a browser of its own that lives for one document: no scripts, no requests, no profile that stays.
 * The vault's page and the document never share a process.
 */
export function createPdfPrinter(executablePath: string | undefined): PdfPrinter {
  return {
    async printToPdf(html, stop) {
      const browser = await chromium.launch({ ...browserOptions(executablePath), headless: true })
      // Closing the browser makes the printing fail, and with it the export.
      stop?.addEventListener('abort', () => void browser.close().catch(() => undefined), { once: true })
      try {
        const context = await browser.newContext({
          javaScriptEnabled: false,
          offline: true,
          serviceWorkers: 'block',
        })
        await context.route('**/*', (route) => route.abort('blockedbyclient'))
        const page = await context.newPage()
        await page.setContent(withPrintPolicy(html), { waitUntil: 'load' })
        return await printPage(page)
      } finally {
        await browser.close()
      }
    },
  }
}

// Through the protocol and not page.pdf(): that one streams over a temporary file, and a document must not lie in one.
async function printPage(page: Page): Promise<Uint8Array> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  return new Uint8Array(Buffer.from(data, 'base64'))
}
