import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderWord } from '#electron/services/documents/render-word.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'
import { hygieneProblems } from '#tests/support/documents/hygiene.ts'
import { paragraphsOf, partOf, unpack, type WordParts } from '#tests/support/documents/unpack.ts'

let parts: WordParts
let main: string

beforeAll(async () => {
  parts = await unpack(await renderWord(aDocument()))
  main = partOf(parts, 'word/document.xml')
})

describe('renderWord', () => {
  it('gives the same bytes for the same model', async () => {
    const [first, second] = await Promise.all([renderWord(aDocument()), renderWord(aDocument())])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('gives every file in it the same time in every zone, the first that a zip can hold', async () => {
    const zip = await JSZip.loadAsync(await renderWord(aDocument()))
    const times = new Set(Object.values(zip.files).map(({ date }) => date.toISOString()))
    expect([...times]).toEqual(['1980-01-01T00:00:00.000Z'])
  })

  it('uses real styles, so that Word can navigate the document', () => {
    const styles = [...main.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style)
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'BodyText',
      'Quote',
      'NumberedParagraph',
      'Caption',
    ])
      expect(styles).toContain(style)
    const sheet = partOf(parts, 'word/styles.xml')
    for (const style of new Set(styles)) expect(sheet).toContain(`w:styleId="${style ?? ''}"`)
  })

  it('writes each number once, before its text', () => {
    const paragraphs = paragraphsOf(main)
    expect(paragraphs).toContain('1.\tParent A need not wait more than 20 minutes.')
    expect(paragraphs).toContain('2.\tMake-up time is on Wednesday 21 October 2026.')
    expect(paragraphs.filter((text) => text.startsWith('1.'))).toHaveLength(1)
    expect(main).not.toContain('w:numFmt w:val="decimal"')
  })

  it('repeats the header row of a table and keeps rows whole', () => {
    const [header = '', ...rows] = [...main.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
    expect(header).toContain('<w:tblHeader/>')
    for (const row of rows) expect(row).not.toContain('<w:tblHeader/>')
    for (const row of [header, ...rows]) expect(row).toContain('<w:cantSplit/>')
  })

  it('lets a row split that is too long for a page', async () => {
    const table = {
      type: 'table' as const,
      caption: '',
      columns: ['A'],
      widths: [100],
      rows: [['x '.repeat(4000)]],
    }
    const long = partOf(await unpack(await renderWord(aDocument({ blocks: [table] }))), 'word/document.xml')
    expect(long.match(/<w:cantSplit\/>/g)).toHaveLength(1)
  })

  it('keeps headings with what follows and a signature with what goes before', async () => {
    const sheet = partOf(parts, 'word/styles.xml')
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'Caption'])
      expect(sheet).toMatch(new RegExp(`w:styleId="${style}".*?<w:keepNext/>`, 's'))
    const blocks = [
      { type: 'paragraph' as const, style: 'body' as const, text: 'before' },
      { type: 'signature' as const, lines: ['Name', 'Role'] },
    ]
    const signed = partOf(await unpack(await renderWord(aDocument({ blocks }))), 'word/document.xml')
    expect(signed).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*before/s)
    expect(signed).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*Name/s)
  })

  it('carries the language and the title', () => {
    expect(partOf(parts, 'word/styles.xml')).toContain('<w:lang w:val="en-CA"')
    expect(partOf(parts, 'docProps/core.xml')).toContain('<dc:title>Determination No. 1</dc:title>')
  })

  it('names Evenhand as the author and says nothing else about who, when or where', () => {
    const core = partOf(parts, 'docProps/core.xml')
    expect([...core.matchAll(/<(\w+:\w+)>/g)].map(([, tag]) => tag)).toEqual(['dc:title', 'dc:creator'])
    expect(core).toContain('<dc:creator>Evenhand</dc:creator>')
    const app = partOf(parts, 'docProps/app.xml')
    expect(app).not.toMatch(/Company|Manager|Template|AppVersion|Application/)
  })

  it('prints the legend and page x of y at the foot of every page', () => {
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer'))
    expect(footers).toHaveLength(2)
    for (const [, xml] of footers) {
      expect(paragraphsOf(xml).join()).toBe('Not confidential: may be filed with the court\tPage  of ')
      expect([...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code]) => code)).toEqual([
        'PAGE',
        'NUMPAGES',
      ])
    }
    expect(main.match(/<w:footerReference /g)).toHaveLength(2)
  })

  it('marks every page of a draft, the first one too, and no page of an issued document', async () => {
    const draft = await unpack(await renderWord(aDocument({ status: 'draft' })))
    const headers = (of: WordParts) =>
      [...of].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml)
    expect(headers(draft)).toHaveLength(2)
    for (const xml of headers(draft))
      expect(paragraphsOf(xml).join()).toMatch(/^DRAFT · not signed, not in force\t/)
    expect(headers(parts).join()).not.toContain('DRAFT')
    expect([...draft.keys()].filter((name) => /\.(?:png|jpe?g|gif|emf|wmf)$/.test(name))).toEqual([])
  })

  it.each([
    ['letter', '12240', '15840'],
    ['a4', '11906', '16838'],
  ] as const)('sets the sheet to %s', async (size, width, height) => {
    const xml = partOf(
      await unpack(await renderWord(aDocument({ page: { size, density: 'normal' } }))),
      'word/document.xml',
    )
    expect(xml).toContain(`<w:pgSz w:w="${width}" w:h="${height}"`)
  })

  it('sets right-to-left text from the right', async () => {
    const blocks = [{ type: 'paragraph' as const, style: 'body' as const, text: 'שלום' }]
    expect(partOf(await unpack(await renderWord(aDocument({ blocks }))), 'word/document.xml')).toContain(
      '<w:bidi/>',
    )
  })

  it('keeps line breaks inside their paragraph', async () => {
    const blocks = [
      { type: 'paragraph' as const, style: 'quote' as const, text: '¶ 7.2\nThe exchange\tis at six.' },
    ]
    const xml = partOf(await unpack(await renderWord(aDocument({ blocks }))), 'word/document.xml')
    expect(paragraphsOf(xml)).toContain('¶ 7.2\nThe exchange\tis at six.')
  })

  it('holds no link, comment, revision, macro, template or custom part', () => {
    expect(hygieneProblems(parts)).toEqual([])
  })
})
