import { describe, expect, it } from 'vitest'
import { paperCss } from '#shared/documents/paper/paper-css.ts'
import { paperHtml } from '#shared/documents/paper/paper-html.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'

describe('paperCss', () => {
  it('prints page x of y, the legend and the running header in the margins', () => {
    const css = paperCss(aDocument())
    expect(css).toContain('@bottom-right { content: "Page " counter(page) " of " counter(pages)')
    expect(css).toContain('@bottom-left { content: "Not confidential: may be filed with the court"')
    expect(css).toContain('@top-right { content: "Determination No. 1, version 1"')
  })

  it('prints the draft mark on every page of a draft and on none of an issued document', () => {
    expect(paperCss(aDocument({ status: 'draft' }))).toContain('@top-left { content: "DRAFT')
    expect(paperCss(aDocument())).not.toContain('DRAFT')
  })

  it.each([
    ['letter', '612pt 792pt'],
    ['a4', '595.3pt 841.9pt'],
  ] as const)('sets the sheet to %s', (size, expected) => {
    expect(paperCss(aDocument({ page: { size, density: 'normal' } }))).toContain(`size: ${expected}`)
  })

  it('gives the columns of each table their widths', () => {
    expect(paperCss(aDocument())).toContain('.paper-table-5 col:nth-child(1) { width: 70.000%; }')
  })

  it('lets no text of the document become style', () => {
    const legend = '"; } } * { display: none } @page { "</style><script>'
    const css = paperCss(aDocument({ legend, runningHeader: legend }))
    expect(css).not.toContain('* { display: none }')
    expect(css).not.toContain('</style')
    expect(balance(css)).toBe(0)
  })
})

describe('paperHtml', () => {
  it('forbids everything but its own style and fonts', () => {
    expect(paperHtml(aDocument(), '')).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:`,
    )
  })

  it('escapes title and text', () => {
    const html = paperHtml(aDocument({ title: '</title><script>alert(1)</script>' }), '')
    expect(html).not.toContain('<script>')
  })
})

function balance(css: string): number {
  return [...css].reduce((depth, letter) => depth + (letter === '{' ? 1 : letter === '}' ? -1 : 0), 0)
}
