import { describe, expect, it } from 'vitest'
import { keyCaps, matchesKeys, needsMod } from '#renderer/ui/shortcuts/keys.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('matchesKeys', () => {
  it('takes Ctrl for mod, and Cmd on macOS', () => {
    expect(matchesKeys('mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
    expect(matchesKeys('mod+k', press('k', { metaKey: true }), true)).toBe(true)
    expect(matchesKeys('mod+k', press('k', { ctrlKey: true }), true)).toBe(false)
  })

  it('tells mod+n from mod+shift+n', () => {
    expect(matchesKeys('mod+n', press('N', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('mod+shift+n', press('N', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  it('takes a sign however the keyboard makes it', () => {
    expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('?', press('?'), false)).toBe(true)
  })

  it.each(['altKey', 'ctrlKey', 'metaKey'] as const)('leaves a single key alone while %s is held', (held) => {
    expect(matchesKeys('1', press('1', { [held]: true }), false)).toBe(false)
  })
})

describe('keyCaps', () => {
  it('draws Ctrl, and the signs of macOS there', () => {
    expect(keyCaps('mod+shift+n', false)).toEqual(['Ctrl', 'Shift', 'N'])
    expect(keyCaps('mod+shift+n', true)).toEqual(['⌘', '⇧', 'N'])
  })
})

describe('needsMod', () => {
  it('tells what may fire while someone types', () => {
    expect(needsMod('mod+l')).toBe(true)
    expect(needsMod('?')).toBe(false)
  })
})
