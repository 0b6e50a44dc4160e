import { describe, expect, it } from 'vitest'
import { lowerSelectors, lowerTag } from '#renderer/ui/paper/lower-headings.ts'

describe('headings of the paper on a page', () => {
  it('stand one level lower and leave other tags alone', () => {
    expect(['h1', 'h4', 'th', 'p'].map(lowerTag)).toEqual(['h2', 'h5', 'th', 'p'])
  })

  it('keep their style', () => {
    expect(lowerSelectors('.paper :is(h1, h2) { margin: 0 }')).toBe('.paper :is(h2, h3) { margin: 0 }')
  })

  it('change no text that is printed', () => {
    const rule = '  @top-right { content: "h1 h2"; }'
    expect(lowerSelectors(rule)).toBe(rule)
    expect(lowerSelectors('.paper h2 { content: "h2" }')).toBe('.paper h3 { content: "h2" }')
  })
})
