import { describe, expect, it } from 'vitest'
import { cssString } from '#shared/documents/paper/css-string.ts'

describe('cssString', () => {
  it('leaves plain words readable', () => {
    expect(cssString('Determination No. 1, version 1')).toBe('"Determination No. 1, version 1"')
  })

  it.each(['"; } body { display: none } "', '</style><script>', '\\', 'a\nb', '/* x */', 'url(x)"'])(
    'lets nothing in %j end the string',
    (text) => {
      expect(cssString(text).slice(1, -1)).not.toMatch(/["\n<>{};*/]|\\(?![0-9a-f]{1,6} )/)
    },
  )

  it('escapes a character beyond the first plane as one', () => {
    expect(cssString('👧')).toBe('"\\1f467 "')
  })

  it('shows a zero as the replacement character', () => {
    expect(cssString('\u0000')).toBe('"\\fffd "')
  })
})
