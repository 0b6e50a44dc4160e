import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderWord } from '#electron/services/documents/render-word.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'
import { build } from '#tests/support/documents/build.ts'
import { castellaneVeshti, operativeTerms } from '#tests/support/documents/castellane-veshti.ts'
import { filledWith } from '#tests/support/documents/filled-with.ts'
import { hostileStrings } from '#tests/support/documents/hostile-strings.ts'
import { flat, layOut, type PdfPages } from '#tests/support/documents/libreoffice.ts'
import { countOf } from '#tests/support/documents/texts-of.ts'

const long =
  'Parent B brings the child to the library entrance at the hour named and sends a message on leaving work. '
const rows = Array.from({ length: 90 }, (_, index) => [`Row ${String(index + 1)}`, 'Exchange on time'])
const endless = [
  { type: 'paragraph' as const, style: 'body' as const, text: long.repeat(970) },
  { type: 'numbered' as const, number: '1.', text: 'word'.repeat(25_000), note: 'Until changed.' },
]
const signature = { type: 'signature' as const, lines: ['SIGNED', 'Role', 'Dated'] }
// From a signature that fits on the first page to one that has to go to the next.
const fillerCounts = Array.from({ length: 10 }, (_, index) => 14 + index)
const models = new Map<string, DocumentModel>()
const bytes = new Map<string, Uint8Array>()
const laidOut = new Map<string, PdfPages>()

beforeAll(async () => {
  const family = await castellaneVeshti()
  for (const document of ['decision', 'parents-summary', 'case-file'] as const)
    models.set(document, (await build(family, document, { to: 'court' })).model)
  const draft = await castellaneVeshti({ issue: false })
  models.set('draft', (await build(draft, 'decision')).model)
  models.set('long-summary', await summaryWithLongTerms())
  models.set(
    'table',
    aDocument({
      blocks: [
        { type: 'table', caption: 'Exchanges', columns: ['HEADCELL', 'What'], widths: [30, 70], rows },
      ],
    }),
  )
  models.set('endless', aDocument({ blocks: endless }))
  for (const count of fillerCounts)
    models.set(`signature-${String(count)}`, aDocument({ blocks: [...filler(count), signature] }))
  for (const [index, text] of hostileStrings.entries())
    models.set(`hostile-${String(index)}`, filledWith(text.slice(0, 1_000)))
  for (const [name, model] of models) bytes.set(name, await renderWord(model))
  const pages = await layOut([...bytes.values()])
  for (const [index, name] of [...bytes.keys()].entries()) laidOut.set(name, pageOf(pages[index]))
}, 120_000)

describe('Word files opened in LibreOffice', () => {
  it.each(['decision', 'parents-summary', 'case-file'])(
    'reads each operative term of the %s back once',
    (name) => {
      const text = flat(pagesOf(name).join(' '))
      for (const term of operativeTerms) expect(countOf(text, term)).toBe(1)
    },
  )

  it.each(['decision', 'parents-summary', 'case-file'])(
    'reads each number of the %s back once, before its term',
    (name) => {
      const text = flat(pagesOf(name).join(' '))
      for (const [index, term] of operativeTerms.entries())
        expect(text).toContain(`${String(index + 1)}. ${term.slice(0, 20)}`)
    },
  )

  it.each(['decision', 'parents-summary', 'case-file'])(
    'keeps terms and numbers of the %s for mammoth too',
    async (name) => {
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes.get(name) ?? []) })
      for (const [index, term] of operativeTerms.entries()) {
        expect(countOf(value, term)).toBe(1)
        expect(value).toContain(`${String(index + 1)}.\t${term}`)
      }
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
    expect(first).not.toContain('Determination No. 1, version 1')
    expect(others.length).toBeGreaterThan(0)
    for (const page of others) expect(page).toContain('Determination No. 1, version 1')
  })

  it('repeats the header row of a table on each page', () => {
    const pages = pagesOf('table')
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(countOf(page, 'HEADCELL')).toBe(1)
    expect(countOf(pages.join(), 'Exchange on time')).toBe(90)
  })

  it('keeps every word of texts of 100,000 characters', () => {
    const text = flat(pagesOf('endless').join(' '))
    expect(pagesOf('endless').length).toBeGreaterThan(40)
    expect(countOf(text.replaceAll(' ', ''), 'word')).toBeGreaterThanOrEqual(25_000)
  })

  it('marks every page of a draft and no page of an issued document', () => {
    for (const page of pagesOf('draft')) expect(page).toContain('DRAFT')
    expect(pagesOf('decision').join()).not.toContain('DRAFT')
  })

  it('puts no signature on a page of its own, wherever the page ends', () => {
    const pages = fillerCounts.map((count) => pagesOf(`signature-${String(count)}`))
    expect(new Set(pages.map(({ length }) => length)).size).toBeGreaterThan(1)
    for (const of of pages) {
      const last = of.find((page) => page.includes('SIGNED')) ?? ''
      expect(last).toContain('Filler line')
      expect(last).toContain('Dated')
    }
  })

  it.each(['parents-summary', 'long-summary'])('keeps the %s to one page', (name) => {
    expect(models.get(name)?.warnings).toEqual([])
    expect(pagesOf(name)).toHaveLength(1)
  })

  it('carries the title and the author, and names nobody else', () => {
    const info = laidOut.get('decision')?.info ?? ''
    expect(info).toMatch(/Title: +Determination No\. 1\n/)
    expect(info).toMatch(/Author: +Evenhand\n/)
  })

  it.each(hostileStrings.map((text, index) => [JSON.stringify(text.slice(0, 30)), index]))(
    'opens a file full of %s',
    (_, index) => {
      expect(pagesOf(`hostile-${String(index)}`).length).toBeGreaterThan(0)
    },
  )
})

async function summaryWithLongTerms(): Promise<DocumentModel> {
  const family = await castellaneVeshti({ issue: false })
  const { vault, decisionId } = family
  for (const text of [long.repeat(3), long.repeat(2), long])
    await vault.execute('decision.addTerm', {
      decision: decisionId,
      text,
      effect: 'procedure',
      duration: { kind: 'standing' },
    })
  return (await build(family, 'parents-summary')).model
}

function filler(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    type: 'paragraph' as const,
    style: 'body' as const,
    text: `Filler line ${String(index)}`,
  }))
}

function pagesOf(name: string): readonly string[] {
  return laidOut.get(name)?.pages ?? []
}

function pageOf(pages: PdfPages | undefined): PdfPages {
  if (pages === undefined) throw new Error('LibreOffice left a file out')
  return pages
}
