import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { settingsPage } from '#tests/support/pages/settings.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

const nextPassphrase = 'eleven grey herons read the minutes aloud'

describe('the locked screen', () => {
  let app: App
  let vault: NewVault
  beforeAll(async () => {
    app = await openApp()
    vault = await createVault(app.page)
    await settingsPage(app.page).open()
    await settingsPage(app.page).name.fill('Rowan Ellery')
    await shell(app.page).saved.waitFor()
  })
  afterAll(() => app.close())

  it('shows nothing of what is inside, neither on the page nor in the title or the address', async () => {
    const { page } = app
    await page.keyboard.press('Control+l')
    await unlockPage(page).heading.waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Rowan|Settings|\d/)
    expect(await page.title()).toBe('Evenhand')
    expect(page.url()).not.toContain('settings')
    // That there is a vault is no secret, and has to be known when its store is lost; nothing else may stay outside it.
    expect(await page.evaluate(() => [sessionStorage.length, document.cookie])).toEqual([0, ''])
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/Rowan|settings|dark/i)
  })

  it('answers a wrong passphrase with what to do and when to try again', async () => {
    const { page } = app
    const door = unlockPage(page)
    await door.field.fill('not the passphrase')
    await page.keyboard.press('Enter')
    await door.problem.waitFor({ timeout: 30_000 })
    expect(await door.problem.innerText()).toMatch(
      /does not open the vault[\s\S]*Nothing was changed[\s\S]*Caps Lock/,
    )
    expect(await door.problem.innerText()).toMatch(/You can try again (in one second|now)\./)
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('opens with the passphrase by the keyboard alone, and what was typed is there', async () => {
    const { page } = app
    const door = unlockPage(page)
    await page.getByText('You can try again now.').waitFor()
    await door.field.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(vault.passphrase)
    await page.keyboard.press('Enter')
    await shell(page).places.waitFor({ timeout: 30_000 })
    await settingsPage(page).open()
    expect(await settingsPage(page).name.inputValue()).toBe('Rowan Ellery')
  })

  it('opens with the recovery kit and asks for a new passphrase, after which the old one is useless', async () => {
    const { page } = app
    const door = unlockPage(page)
    await shell(page).lock.click()
    await door.useKit.click()
    await door.keyField.fill('0000 0000')
    await door.open.click()
    await page.getByText('There is a slip in this recovery key.').waitFor({ timeout: 30_000 })
    expect(await findAccessFaults(page)).toEqual([])

    await door.keyField.fill(vault.groups.join('-').toLowerCase())
    await door.open.click()
    await door.newHeading.waitFor({ timeout: 30_000 })
    expect(await shell(page).places.count()).toBe(0)
    expect(await findAccessFaults(page)).toEqual([])

    await page.getByLabel('A passphrase of your own').check()
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(nextPassphrase)
    await page.getByText('Strength: strong').first().waitFor()
    await door.again.fill(nextPassphrase)
    await door.usePassphrase.click()
    await shell(page).places.waitFor({ timeout: 30_000 })

    await shell(page).lock.click()
    await door.field.fill(vault.passphrase)
    await door.open.click()
    await door.problem.waitFor({ timeout: 30_000 })
    await page.getByText('You can try again now.').waitFor()
    await unlock(page, nextPassphrase)
    expect(app.complaints).toEqual([])
  })

  it('opens by the other copy of its first page when one is damaged, and offers no new vault in its place', async () => {
    const { page } = app
    await shell(page).lock.click()
    await unlockPage(page).heading.waitFor()
    await page.evaluate(damageHeader)
    await page.reload()
    await unlockPage(page).heading.waitFor()
    expect(await page.getByRole('button', { name: 'Create your vault' }).count()).toBe(0)
    await unlock(page, nextPassphrase)
    expect(app.complaints).toEqual([])
  })
})

/** Runs in the page: writes rubbish over the header of the stored vault. */
async function damageHeader(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('evenhand')
    opening.onerror = () => reject(new Error('no database'))
    opening.onsuccess = () => {
      const database = opening.result
      const change = database.transaction('meta', 'readwrite')
      change.objectStore('meta').put(new Uint8Array(40).fill(7), 'header')
      change.oncomplete = () => {
        database.close()
        resolve()
      }
    }
  })
}
