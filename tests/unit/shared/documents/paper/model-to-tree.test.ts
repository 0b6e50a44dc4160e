import { describe, expect, it } from 'vitest'
import { modelToTree } from '#shared/documents/paper/model-to-tree.ts'
import { treeToHtml } from '#shared/documents/paper/tree-to-html.ts'
import type { PaperChild, PaperNode } from '#shared/documents/paper/tree.ts'
import { aDocument } from '#tests/support/documents/a-document.ts'

const html = treeToHtml(modelToTree(aDocument()))

describe('modelToTree', () => {
  it('carries language, title and heading levels', () => {
    expect(html).toMatch(/^<article class="paper paper-decision" lang="en-CA">/)
    expect(html).toContain('<h1 class="paper-title">Determination No. 1</h1>')
    expect(html).toContain('<h2>Authority</h2>')
    expect(html).toContain('<h3>Late exchanges</h3>')
    expect(html).toContain('<h4>Considered</h4>')
  })

  it('puts the number of a term before its text and its note below', () => {
    expect(html).toContain(
      '<span class="paper-number">2.</span><div><p>Make-up time is on Wednesday 21 October 2026.</p><p class="paper-note">Once, on that day.</p></div>',
    )
  })

  it('makes the header row of a table a real one', () => {
    expect(html).toContain(
      '<thead><tr><th scope="col">Date</th><th scope="col">Minutes late</th></tr></thead>',
    )
    expect(html).toContain('<caption>Exchanges</caption><colgroup><col><col></colgroup>')
  })

  it('keeps a row as wide as its header when cells are missing or too many', () => {
    const table = {
      type: 'table' as const,
      caption: '',
      columns: ['A', 'B'],
      widths: [],
      rows: [['1'], ['1', '2', '3']],
    }
    const tree = treeToHtml(modelToTree(aDocument({ blocks: [table] })))
    expect(tree).toContain('<tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr>')
  })

  it('turns a line break into an element', () => {
    const blocks = [{ type: 'paragraph' as const, style: 'body' as const, text: 'one\ntwo' }]
    expect(treeToHtml(modelToTree(aDocument({ blocks })))).toContain('<p>one<br>two</p>')
  })

  it('sets right-to-left text from the right', () => {
    const blocks = [{ type: 'paragraph' as const, style: 'body' as const, text: 'שלום' }]
    expect(treeToHtml(modelToTree(aDocument({ blocks })))).toContain('<p dir="rtl">שלום</p>')
  })

  it('shows the draft mark on the screen only while a draft', () => {
    expect(html).not.toContain('DRAFT')
    expect(treeToHtml(modelToTree(aDocument({ status: 'draft' })))).toContain(
      'paper-draft paper-screen">DRAFT',
    )
  })

  it('uses no tag that could load or run anything', () => {
    const tags = new Set(tagsOf(modelToTree(aDocument({ status: 'draft' }))))
    for (const tag of ['script', 'style', 'a', 'img', 'iframe', 'link', 'object', 'form'])
      expect(tags).not.toContain(tag)
  })
})

function tagsOf(child: PaperChild): readonly string[] {
  if (typeof child === 'string') return []
  const { tag, children }: PaperNode = child
  return [tag, ...children.flatMap(tagsOf)]
}
