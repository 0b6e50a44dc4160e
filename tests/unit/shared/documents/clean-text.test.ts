import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, isRightToLeft } from '#shared/documents/clean-text.ts'

describe('cleanText', () => {
  it('keeps letters of every script, emoji, tabs and line breaks', () => {
    const text = 'Größe\tשלום\n日本 👩‍👧 ¶7.2 “quoted”'
    expect(cleanText(text)).toBe(text)
  })

  it('takes out control characters that XML forbids', () => {
    expect(cleanText('a\u0000b\u0008c\u001Fd\u007Fe\u0080f')).toBe('abcdef')
  })

  it('makes every kind of line end one line break', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
  })

  it('shows a lone surrogate as the replacement character', () => {
    expect(cleanText('a\uD83Db\uDC67c')).toBe('a\uFFFDb\uFFFDc')
  })

  it('takes out marks that could make a term read differently than it is', () => {
    expect(cleanText('pay \u202E05\u202C and \u2066x\u2069')).toBe('pay 05 and x')
  })

  it('changes nothing the second time', () => {
    const once = cleanText('a\u0000\r\n\uFFFE\uD800')
    expect(cleanText(once)).toBe(once)
  })
})

describe('cleanLine', () => {
  it('makes one line of several', () => {
    expect(cleanLine('  Determination\n No. 1\t ')).toBe('Determination No. 1')
  })
})

describe('isRightToLeft', () => {
  it.each([
    ['שלום 3', true],
    ['123 مرحبا', true],
    ['Parent A says שלום', false],
    ['123', false],
    ['', false],
  ])('judges %j by its first letter', (text, expected) => {
    expect(isRightToLeft(text)).toBe(expected)
  })
})
