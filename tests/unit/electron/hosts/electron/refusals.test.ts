import { describe, expect, it } from 'vitest'
import { findRefused, refusedSwitches, refusedVariables } from '#electron/hosts/electron/refusals.ts'

describe('findRefused', () => {
  it.each(refusedSwitches)('refuses --%s, with and without a value, with one dash, in capitals', (name) => {
    expect(findRefused([`--${name}`], {})).toBe(name)
    expect(findRefused([`--${name}=1`], {})).toBe(name)
    expect(findRefused([`-${name}=1`], {})).toBe(name)
    expect(findRefused([`--${name.toUpperCase()}`], {})).toBe(name)
  })

  it.each(['inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'inspect-wait'])(
    'refuses --%s',
    (name) => {
      expect(findRefused([`--${name}=9229`], {})).toBe(name)
    },
  )

  it.each(refusedVariables)('refuses the variable %s, unless it is empty', (name) => {
    expect(findRefused([], { [name]: '1' })).toBe(name)
    expect(findRefused([], { [name]: '' })).toBeUndefined()
  })

  it('starts with what is harmless', () => {
    const harmless = [
      '--profile=/tmp/p',
      '--lang=de',
      '--force-renderer-accessibility',
      'remote-debugging-port',
    ]
    expect(findRefused(harmless, { PATH: '/usr/bin', HOME: '/root' })).toBeUndefined()
  })
})
