import { describe, expect, it } from 'vitest'
import { node } from '#shared/documents/paper/tree.ts'
import { treeToHtml } from '#shared/documents/paper/tree-to-html.ts'

describe('treeToHtml', () => {
  it('writes tags, attributes and text', () => {
    expect(treeToHtml(node('p', { class: 'a', dir: 'rtl' }, 'x', node('br', {}), 'y'))).toBe(
      '<p class="a" dir="rtl">x<br>y</p>',
    )
  })

  it('escapes text and attribute values', () => {
    expect(treeToHtml(node('p', { class: '"><img src=x>' }, `<script>'&"`))).toBe(
      '<p class="&quot;&gt;&lt;img src=x&gt;">&lt;script&gt;&#39;&amp;&quot;</p>',
    )
  })
})
