import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { settingsPage } from '#tests/support/pages/settings.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

const hostile = '  Ro\u202Ewan \u0007<b>Ellery</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD ; -- {{parent}} '

describe('settings', () => {
  let app: App
  let vault: NewVault
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700, timezoneId: 'America/Toronto' })
    vault = await createVault(app.page)
    await settingsPage(app.page).open()
  })
  afterAll(() => app.close())

  const lockAndReturn = async (passphrase = vault.passphrase) => {
    await shell(app.page).lock.click()
    await unlockPage(app.page).heading.waitFor()
    await unlock(app.page, passphrase)
    await settingsPage(app.page).open()
  }

  it('takes the zone of the computer until another is chosen', async () => {
    expect(await settingsPage(app.page).zone.inputValue()).toBe('America/Toronto')
  })

  it('keeps half-typed text when the vault is locked in the same moment', async () => {
    const settings = settingsPage(app.page)
    await settings.contact.fill('12 Mill Lane, Ashbourne')
    await app.page.keyboard.press('Control+l')
    await unlockPage(app.page).heading.waitFor()
    await unlock(app.page, vault.passphrase)
    await settings.open()
    expect(await settings.contact.inputValue()).toBe('12 Mill Lane, Ashbourne')
  })

  it('keeps what is typed, whatever the letters', async () => {
    const settings = settingsPage(app.page)
    await settings.name.fill(hostile)
    await settings.place.fill('x'.repeat(100_000))
    await settings.contact.focus()
    await shell(app.page).saved.waitFor()
    await lockAndReturn()
    expect(await settings.name.inputValue()).toContain(
      '<b>Ellery</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD ; -- {{parent}}',
    )
    expect((await settings.place.inputValue()).length).toBeGreaterThan(400)
  })

  it('changes the theme and the words at once, and keeps both', async () => {
    const { page } = app
    const settings = settingsPage(page)
    await settings.theme('Dark').check()
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
    await settings.parties.check()
    await page.getByText('One line, as the parties may see it.').waitFor()
    await lockAndReturn()
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
    expect(await settings.parties.isChecked()).toBe(true)
  })

  it('finds a zone by a part of its name', async () => {
    const { page } = app
    const { zone } = settingsPage(page)
    await zone.fill('st johns')
    await page.getByRole('option', { name: 'America/St Johns' }).click()
    await page.getByText(/^Days, deadlines.*Now it is .* there\.$/).waitFor()
    expect(await zone.inputValue()).toBe('America/St Johns')
  })

  it('is usable by everyone, in both themes and at twice the size', async () => {
    const { page } = app
    for (const theme of ['Light', 'Dark']) {
      await settingsPage(page).theme(theme).check()
      expect(await findAccessFaults(page)).toEqual([])
    }
    await page.setViewportSize({ width: 512, height: 350 })
    expect(await overflowWidth(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 700 })
  })

  it('changes the passphrase only for someone who knows the old one', async () => {
    const { page } = app
    const settings = settingsPage(page)
    const next = 'eleven grey herons read the minutes aloud'
    await settings.change.click()
    await settings.current.fill('not the passphrase')
    await page.getByLabel('A passphrase of your own').check()
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(next)
    await page.getByText('Strength: strong').first().waitFor()
    await settings.again.fill(next)
    await settings.save.click()
    await page.getByText('This is not the current passphrase.').waitFor({ timeout: 30_000 })
    expect(await findAccessFaults(page)).toEqual([])

    await settings.current.fill(vault.passphrase)
    await settings.save.click()
    await page.getByText('The new passphrase is in use.').waitFor({ timeout: 30_000 })
    await lockAndReturn(next)
    expect(app.complaints).toEqual([])
  })
})
