import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { settingsPage } from '#tests/support/pages/settings.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

describe('the shell', () => {
  let app: App
  let vault: NewVault
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700 })
    vault = await createVault(app.page)
  })
  afterAll(() => app.close())

  it('opens the palette, finds a place by its first letters and goes there', async () => {
    const { page } = app
    await page.keyboard.press('Control+k')
    await shell(page).palette.waitFor()
    await page.keyboard.type('sett')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await shell(page).palette.count()).toBe(0)
  })

  it('puts the focus on the heading of a page that was opened', async () => {
    const { page } = app
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await shell(page).heading.textContent()).toBe('Settings')
  })

  it('begins a family from anywhere by the palette', async () => {
    const { page } = app
    await page.keyboard.press('Control+k')
    await shell(page).palette.waitFor()
    await page.keyboard.type('enter a fam')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Enter a family' }).waitFor()
    await shell(page).place('Settings').click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  })

  it('says so when nothing is called what was typed', async () => {
    const { page } = app
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zzzz')
    await page.getByText('Nothing is called “zzzz”.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await shell(page).palette.waitFor({ state: 'detached' })
  })

  it('gives the focus back to where it was when a layer closes', async () => {
    const { page } = app
    const { contact } = settingsPage(page)
    await contact.focus()
    await page.keyboard.press('Control+k')
    await shell(page).palette.waitFor()
    await page.keyboard.press('Escape')
    await shell(page).palette.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    expect(await contact.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('takes no single key while someone types, and lists them where no one does', async () => {
    const { page } = app
    const { contact } = settingsPage(page)
    await contact.fill('')
    await page.keyboard.type('who? 1')
    expect(await contact.inputValue()).toBe('who? 1')
    expect(await shell(page).shortcutList.count()).toBe(0)

    await contact.blur()
    await page.keyboard.press('?')
    await shell(page).shortcutList.waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await shell(page).shortcutList.waitFor({ state: 'detached' })
  })

  it('leaves single keys alone where the practice wants it, and Ctrl still works', async () => {
    const { page } = app
    await settingsPage(page).singleKeys.uncheck()
    await settingsPage(page).singleKeys.blur()
    await shell(page).saved.waitFor()
    await page.keyboard.press('?')
    await page.keyboard.press('Control+/')
    await shell(page).shortcutList.waitFor()
    await page.keyboard.press('Escape')
    await shell(page).shortcutList.waitFor({ state: 'detached' })
    await settingsPage(page).singleKeys.check()
  })

  it('lets a keyboard skip the rail', async () => {
    const { page } = app
    const skip = page.getByRole('link', { name: 'Skip to the page' })
    await skip.focus()
    await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
  })

  it('shows a neutral page for an address that leads nowhere', async () => {
    const { page } = app
    await page.evaluate(() => (location.hash = '#/nowhere'))
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await page.title()).toBe('Evenhand')
  })

  it('locks from a dialog too, and when the computer asks for it', async () => {
    const { page, host } = app
    await page.keyboard.press('Control+k')
    await shell(page).palette.waitFor()
    await page.keyboard.press('Control+l')
    await unlockPage(page).heading.waitFor()
    await unlock(page, vault.passphrase)

    host.window.tell('lock-requested', { reason: 'suspend' })
    await unlockPage(page).heading.waitFor()
    await unlock(page, vault.passphrase)
    expect(app.complaints).toEqual([])
    expect(host.refusedRequests).toEqual([])
  })
})

describe('a computer that was left alone', () => {
  let app: App
  let vault: NewVault
  beforeAll(async () => {
    app = await openApp({}, '2026-10-16T14:02:00Z')
    vault = await createVault(app.page)
  })
  afterAll(() => app.close())

  it('says that it will lock, stays open for whoever comes back, and locks after five minutes', async () => {
    const { page } = app
    await page.clock.fastForward('04:35')
    await page.getByText(/^Locks in \d+ s$/).waitFor()
    await page.keyboard.press('Shift')
    await page.getByText(/^Locks in/).waitFor({ state: 'detached' })
    await page.clock.fastForward('04:55')
    expect(await shell(page).places.isVisible()).toBe(true)
    await page.clock.fastForward('00:10')
    await unlockPage(page).heading.waitFor()
    await unlock(page, vault.passphrase)
  })
})
