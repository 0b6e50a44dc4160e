import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { unlock } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'

describe('passphrase and keys', () => {
  let app: App
  let passphrase = ''

  beforeAll(async () => {
    app = await openApp()
    passphrase = (await createVault(app.page)).passphrase
    await app.page.evaluate(() => {
      location.hash = '#/safekeeping/keys'
    })
  })
  afterAll(() => app.close())

  it('renews the key with a new kit that was proved on paper', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Make a new key' }).click()
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.getByRole('button', { name: 'Go on' }).click()
    const key = page.getByTestId('recovery-key').getByRole('listitem')
    await key.first().waitFor({ timeout: 30_000 })
    const groups = await key.allTextContents()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'I have it on paper' }).click()
    for (const label of await page.getByText(/^Group \d+$/).allTextContents()) {
      const group = groups[Number(label.replace('Group ', '')) - 1] ?? ''
      await page.getByLabel(label, { exact: true }).fill(group)
    }
    await page.getByRole('button', { name: 'Use the new key and kit' }).click()
    await page.getByText('The new key is in use.').waitFor({ timeout: 30_000 })
    const progress = page.getByRole('progressbar', { name: 'Sealing everything again' })
    await progress.waitFor({ state: 'detached', timeout: 30_000 })
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
    expect(app.complaints).toEqual([])
  })

  it('opens with the same passphrase afterwards', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await unlock(page, passphrase)
    await page.evaluate(() => {
      location.hash = '#/safekeeping/keys'
    })
    await page.getByRole('button', { name: 'Make a new recovery kit' }).waitFor()
    expect(app.complaints).toEqual([])
  })
})
