import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '#electron/launch/find-browser.mjs'
import { aFolder } from '#tests/support/host/folders.ts'

function install(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}

describe('findBrowser', () => {
  it('takes the one that is named outright', () => {
    const named = install(join(aFolder(), 'my-browser'))
    expect(findBrowser('linux', { EVENHAND_BROWSER: named, PATH: '' })).toBe(named)
  })

  it('looks through the path on Linux, Chromium before Chrome before Edge', () => {
    const folder = aFolder()
    const other = aFolder()
    install(join(folder, 'microsoft-edge'))
    const chrome = install(join(other, 'google-chrome'))
    expect(findBrowser('linux', { PATH: [folder, other].join(delimiter) })).toBe(chrome)
  })

  it('looks into the user’s own applications on macOS', () => {
    const home = aFolder()
    const path = install(join(home, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'))
    expect(findBrowser('darwin', { HOME: home })).toBe(path)
  })

  it('finds none where none is', () => {
    expect(findBrowser('linux', { PATH: aFolder() })).toBeUndefined()
    expect(findBrowser('win32', { LOCALAPPDATA: aFolder() })).toBeUndefined()
  })
})
