import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { modelToTree } from '#shared/documents/paper/model-to-tree.ts'
import { paperCss } from '#shared/documents/paper/paper-css.ts'
import { treeToHtml } from '#shared/documents/paper/tree-to-html.ts'
import { filledWith } from '#tests/support/documents/filled-with.ts'
import { hostileStrings } from '#tests/support/documents/hostile-strings.ts'

const structure = shapeOf(treeToHtml(modelToTree(filledWith('plain'))))

describe('the paper with hostile texts', () => {
  it.each(hostileStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'adds no tag, attribute or style for %s',
    (_, text) => {
      // Breaks, direction and an empty caption follow the text; nothing else may.
      expect(shapeOf(treeToHtml(modelToTree(filledWith(text))))).toBe(structure)
      const css = paperCss(filledWith(text))
      expect(css.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).toBe(
        paperCss(filledWith('plain')).replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'),
      )
    },
  )
})

/** Tags and attributes of HTML, without texts. */
function shapeOf(html: string): string {
  const xml = html.replaceAll(/<(br|col)>/g, '<$1/>')
  const onError = (level: string, message: string) => {
    // U+FFFD is what we print for a lost character; the parser only wonders about it.
    if (level === 'warning' && message.includes('replacement character')) return
    throw new Error(`${level} ${message}`)
  }
  new DOMParser({ onError }).parseFromString(xml, 'text/xml')
  return [...html.matchAll(/<[^>]*>/g)]
    .map(([tag]) => tag.replace(' dir="rtl"', ''))
    .filter((tag) => tag !== '<br>' && !/^<\/?caption>$/.test(tag))
    .join('')
}
