import { afterEach, describe, expect, it } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import { setTerminology, t, textFor } from '#shared/i18n/index.ts'

describe('the catalogue', () => {
  afterEach(() => setTerminology('parent'))

  it('fills the words for people, and switches them', () => {
    expect(t('settings.practice.contactHelp')).toBe('One line, as the parents may see it.')
    setTerminology('party')
    expect(t('settings.practice.contactHelp')).toBe('One line, as the parties may see it.')
  })

  it('falls back where a key that is made while running has no text', () => {
    expect(textFor('unlock.problems.no-such-code.title', {}, 'Something else')).toBe('Something else')
    expect(textFor('unlock.problems.wrong-passphrase.title', {}, 'Something else')).toContain('does not open')
  })

  it('chooses the plural by the count', () => {
    expect(t('ui.gate.summary', { count: 1 })).toBe('1 thing is missing')
    expect(t('ui.gate.summary', { count: 3 })).toBe('3 things are missing')
  })

  it('leaves no text empty and no blank unclosed', () => {
    const bad = texts(en).filter(
      ([, text]) =>
        text.trim() === '' || /\{\{[^}]*$|\{[^{}]*\}(?!\})/.test(text.replace(/\{\{\w+\}\}/g, '')),
    )
    expect(bad).toEqual([])
  })

  it('does not escape what will be shown as text', () => {
    expect(t('shell.palette.nothing', { typed: `<b>&"'` })).toContain(`<b>&"'`)
  })
})

function texts(node: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[name, value] as const]
    return typeof value === 'object' && value !== null ? texts(value, name) : []
  })
}
