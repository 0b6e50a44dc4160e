import { beforeAll, describe, expect, it } from 'vitest'
import { createPdfPrinter } from '#electron/hosts/chromium/pdf-printer.ts'
import { findBrowser } from '#electron/launch/find-browser.mjs'
import { renderDocument } from '#electron/services/documents/render-document.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'
import { build } from '#tests/support/documents/build.ts'
import { castellaneVeshti, operativeTerms } from '#tests/support/documents/castellane-veshti.ts'
import { filledWith } from '#tests/support/documents/filled-with.ts'
import { hostileStrings } from '#tests/support/documents/hostile-strings.ts'
import { flat, readPdf, type PdfPages } from '#tests/support/documents/libreoffice.ts'
import { countOf } from '#tests/support/documents/texts-of.ts'

const printer = createPdfPrinter(findBrowser())
const models = new Map<string, DocumentModel>()
const printed = new Map<string, PdfPages>()

beforeAll(async () => {
  const family = await castellaneVeshti()
  for (const document of ['decision', 'parents-summary', 'case-file'] as const)
    models.set(document, (await build(family, document, { to: 'court' })).model)
  const rows = Array.from({ length: 90 }, (_, index) => [`Row ${String(index + 1)}`, 'Exchange on time'])
  const table = {
    type: 'table' as const,
    caption: 'Exchanges',
    columns: ['HEADCELL', 'What'],
    widths: [30, 70],
    rows,
  }
  models.set(
    'draft',
    aDocument({ status: 'draft', page: { size: 'a4', density: 'normal' }, blocks: [table] }),
  )
  const hostile = hostileStrings.filter((text) => text.length < 1_000)
  models.set(
    'hostile',
    aDocument({ legend: hostile.join(' '), blocks: hostile.flatMap((text) => filledWith(text).blocks) }),
  )
  const endless = { type: 'paragraph' as const, style: 'body' as const, text: 'word '.repeat(20_000) }
  models.set('endless', aDocument({ blocks: [endless] }))
  for (const [name, model] of models)
    printed.set(name, await readPdf(await renderDocument('pdf', model, printer)))
}, 120_000)

describe('the paper printed to PDF', () => {
  it.each(['decision', 'parents-summary', 'case-file'])(
    'reads each operative term of the %s back once',
    (name) => {
      const text = flat(pagesOf(name).join(' '))
      for (const term of operativeTerms) expect(countOf(text, term)).toBe(1)
    },
  )

  it('prints page x of y and the legend on every page', () => {
    const pages = pagesOf('case-file')
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(flat(page)).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`)
      expect(page).toContain('Not confidential: may be filed with the court')
    }
  })

  it('prints number and version at the head of every page but the first', () => {
    const [first = '', ...others] = pagesOf('decision')
    expect(first).not.toContain('version 1')
    for (const page of others) expect(page).toContain('Determination No. 1, version 1')
  })

  it('repeats the header row of a table and the draft mark on each page', () => {
    const pages = pagesOf('draft')
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      expect(countOf(page, 'HEADCELL')).toBe(1)
      expect(countOf(page, 'DRAFT')).toBe(1)
    }
  })

  it('keeps the parents’ summary to one page', () => {
    expect(pagesOf('parents-summary')).toHaveLength(1)
  })

  it('takes the sheet of the model', () => {
    expect(printed.get('decision')?.info).toMatch(/Page size: +612 x 792 pts \(letter\)/)
    expect(printed.get('draft')?.info).toMatch(/Page size: +59\d(?:\.\d+)? x 84\d(?:\.\d+)? pts \(A4\)/)
  })

  it('is tagged for screen readers and carries the title', () => {
    expect(printed.get('decision')?.info).toMatch(/Tagged: +yes/)
    expect(printed.get('decision')?.info).toMatch(/Title: +Determination No\. 1\n/)
    expect(printed.get('decision')?.info).toMatch(/JavaScript: +no/)
  })

  it('says nothing of the machine or the minute it was printed', () => {
    const info = printed.get('decision')?.info ?? ''
    expect(info).toMatch(/Author: +Evenhand\n/)
    expect(info).not.toMatch(/Creator:|Producer:|CreationDate:|ModDate:|Mozilla|Chrome|Skia|Linux/)
  })

  it('sets the bundled face as text, not as drawings', () => {
    const fonts = printed.get('decision')?.fonts ?? ''
    expect(fonts).toMatch(/SourceSerif4-Regular/)
    expect(fonts).not.toContain('Type 3')
  })

  it('prints hostile texts as text', () => {
    const text = flat(pagesOf('hostile').join(' '))
    const plain = hostileStrings.filter((each) => /^[ -~]{2,59}$/.test(each))
    expect(plain.length).toBeGreaterThan(15)
    for (const each of plain) expect(text).toContain(flat(each))
  })

  it('keeps every word of a very long text', () => {
    expect(countOf(pagesOf('endless').join(' '), 'word')).toBe(20_000)
  })
})

function pagesOf(name: string): readonly string[] {
  return printed.get(name)?.pages ?? []
}
