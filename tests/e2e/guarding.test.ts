import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults } from '#tests/support/pages/app.ts'
import { memoryClipboard } from '#tests/support/host/memory-clipboard.ts'
import { seedFamily } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'
import { settingsPage } from '#tests/support/pages/settings.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'

async function seed(run: RunCommand) {
  const caseId = await seedFamily(run)
  await run('case.setContact', { case: caseId, party: 'A', address: '14 Fennel Row', isProtected: true })
  return { caseId }
}

const clipboard = memoryClipboard()
let app: SeededApp<{ readonly caseId: string }>

beforeAll(async () => {
  app = await openSeededApp(seed, { width: 1024, height: 700 }, undefined, clipboard)
})
afterAll(() => app.close())

const lockByKey = async () => {
  await app.page.keyboard.press('Control+l')
  await unlockPage(app.page).heading.waitFor()
}

describe('a protected address', () => {
  it('is blurred while another window has the keyboard', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.caseId, 'overview')
    const blurred = () =>
      page.getByText('14 Fennel Row', { exact: true }).evaluate((element) => getComputedStyle(element).filter)
    await expect.poll(blurred).toBe('none')
    await page.evaluate(() => void window.dispatchEvent(new Event('blur')))
    await expect.poll(blurred).toContain('blur')
    await page.evaluate(() => void window.dispatchEvent(new Event('focus')))
    await expect.poll(blurred).toBe('none')
  })

  it('is copied by its button only, and gone from the clipboard with the lock', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.caseId, 'overview')
    const address = page.getByText('14 Fennel Row', { exact: true })
    expect(await address.evaluate((element) => getComputedStyle(element).userSelect)).toBe('none')
    await page.getByRole('button', { name: /^Copy the address of / }).click()
    await page.getByText('Copied. It leaves the clipboard in 30 seconds.').waitFor()
    expect(clipboard.text).toBe('14 Fennel Row')
    expect(await findAccessFaults(page)).toEqual([])
    await lockByKey()
    await expect.poll(() => clipboard.text).toBe('')
  })
})

describe('wrong passphrases', () => {
  it('are told at the next unlock, until somebody says that they have seen them', async () => {
    const { page } = app
    await unlockPage(page).field.fill('not the passphrase')
    await unlockPage(page).open.click()
    await unlockPage(page).problem.waitFor({ timeout: 30_000 })
    await page.getByText('You can try again now.').waitFor()
    await unlock(page, app.passphrase)
    await page.getByText('A wrong passphrase or recovery key was tried on').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'I have seen this' }).click()
    await page.getByText('A wrong passphrase').waitFor({ state: 'detached' })
  })
})

describe('a window that may not write', () => {
  it('says so, and shows what it could not change', async () => {
    const { page } = app
    await lockByKey()
    // Another page that has the vault open for writing.
    await page.evaluate(() => {
      const held = Promise.withResolvers<void>()
      void navigator.locks.request('evenhand-vault', () => held.promise)
    })
    await unlock(page, app.passphrase)
    await page.getByText('This window is for reading only.').waitFor()
    expect(await page.getByText('A wrong passphrase').count()).toBe(0)
    await settingsPage(page).open()
    await settingsPage(page).name.fill('Rowan Ellery')
    await page.getByText('This change was not saved.').waitFor()
    expect(await shell(page).saved.count()).toBe(0)
    expect(await findAccessFaults(page)).toEqual([])
    await lockByKey()
    await unlock(page, app.passphrase)
    await settingsPage(page).open()
    expect(await settingsPage(page).name.inputValue()).toBe('Maren Holloway')
  })
})

describe('closing the window over words that cannot be saved', () => {
  it('asks, stays when told to, and closes when told to', async () => {
    const { page, host } = app
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await settingsPage(page).name.fill('Rowan Ellery')
    const question = page.getByRole('dialog', { name: 'Your last words are not saved' })
    await page.close({ runBeforeUnload: true })
    await question.waitFor({ timeout: 15_000 })
    expect(await findAccessFaults(page)).toEqual([])
    await question.getByRole('button', { name: 'Stay' }).click()
    expect(await settingsPage(page).name.inputValue()).toBe('Rowan Ellery')
    await page.close({ runBeforeUnload: true })
    // The page may be gone before the click is reported back; that it goes is what is looked for.
    const clicking = question.getByRole('button', { name: 'Close anyway' }).click({ timeout: 15_000 })
    await Promise.all([host.closed, clicking.catch(() => undefined)])
  })
})
