import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelToTree } from '#shared/documents/paper/model-to-tree.ts'
import { paperCss } from '#shared/documents/paper/paper-css.ts'
import { treeToHtml } from '#shared/documents/paper/tree-to-html.ts'
import { anyModel } from '#tests/support/documents/arbitrary-model.ts'

const STRINGS = /"[^"]*"/g

describe('the paper of any model', () => {
  it('is well-formed, uses only its own tags and lets no text into the style', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const html = treeToHtml(modelToTree(model))
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag)
        expect(tags.filter((tag) => !ALLOWED.has(tag ?? ''))).toEqual([])
        new DOMParser({ onError }).parseFromString(html.replaceAll(/<(br|col)>/g, '<$1/>'), 'text/xml')
        const css = paperCss(model)
        expect(css).not.toContain('<')
        expect(css.replaceAll(STRINGS, '""')).toBe(
          paperCss({ ...model, runningHeader: 'x', legend: 'y' }).replaceAll(STRINGS, '""'),
        )
      }),
      { numRuns: 500 },
    )
  })
})

const ALLOWED: ReadonlySet<string> = new Set(
  'article header footer div h1 h2 h3 h4 p span br blockquote ul li dl dt dd table caption colgroup col thead tbody tr th td'.split(
    ' ',
  ),
)

function onError(level: string, message: string): void {
  // U+FFFD is what we print for a lost character; the parser only wonders about it.
  if (level === 'warning' && message.includes('replacement character')) return
  throw new Error(`${level} ${message}`)
}
