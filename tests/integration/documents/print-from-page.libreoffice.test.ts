import { chromium } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserOptions } from '#electron/hosts/chromium/browser-options.ts'
import { findBrowser } from '#electron/launch/find-browser.mjs'
import { modelToTree } from '#shared/documents/paper/model-to-tree.ts'
import { paperCss } from '#shared/documents/paper/paper-css.ts'
import { treeToHtml } from '#shared/documents/paper/tree-to-html.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'
import { readPdf, type PdfPages } from '#tests/support/documents/libreoffice.ts'

// The document as the program shows it: scaled, in a layer that is fixed over a shell which scrolls.
const model = aDocument()
const shell = `
  <header>SHELL HEADER</header>
  <main style="height: 300px; overflow: auto"><p>SHELL TEXT</p>
    <div style="position: fixed; inset: 20px; overflow: hidden; transform: translateX(10px); background: #222">
      <button>SHELL BUTTON</button>
      <div style="zoom: 0.4; max-height: 200px; padding: 40px">${treeToHtml(modelToTree(model))}</div>
    </div>
  </main>`

let printed: PdfPages

beforeAll(async () => {
  const browser = await chromium.launch({ ...browserOptions(findBrowser()), headless: true })
  try {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><html lang="en"><body>${shell}</body></html>`)
    await page.addStyleTag({ content: paperCss(model) })
    printed = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  } finally {
    await browser.close()
  }
})

describe('the paper printed from inside the program', () => {
  it('is alone on the sheet, whole and unscaled', () => {
    const text = printed.pages.join('\n')
    expect(text).not.toContain('SHELL')
    expect(text).toContain('Parent A need not wait more than 20 minutes.')
    expect(text).toContain('Dated at Millbrook on Monday 19 October 2026')
    expect(printed.info).toMatch(/Page size: +612 x 792 pts \(letter\)/)
    expect(printed.pages).toHaveLength(2)
  })

  it('carries the furniture of the margins once', () => {
    expect(printed.pages.map((page) => page.split('Not confidential').length - 1)).toEqual([1, 1])
    expect(printed.pages[1]).toContain('Page 2 of 2')
  })
})
