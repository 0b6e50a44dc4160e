import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { findAccessFaults } from '#tests/support/pages/app.ts'
import { createVault } from '#tests/support/pages/welcome.ts'

describe('a vault whose store has vanished', () => {
  let folder: string
  let host: ChromiumHost
  let passphrase: string
  const start = () =>
    startChromiumHost({
      profileDir: join(folder, 'profile'),
      exportsDir: join(folder, 'exports'),
      headless: true,
      view: { reducedMotion: 'reduce' },
    })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evenhand-e2e-'))
    host = await start()
    passphrase = (await createVault(host.page)).passphrase
    await host.close()
    await rm(join(folder, 'profile', 'Default', 'IndexedDB'), { recursive: true })
    host = await start()
  })
  afterAll(async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('says so, opens the second copy, and tells that everything is well', async () => {
    const { page } = host
    await page.getByText('Your records are no longer where Evenhand keeps them.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.getByRole('button', { name: 'Open the second copy' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your records are back' }).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Places' }).waitFor()

    await page.evaluate(() => (location.hash = '#/safekeeping/health'))
    await page.getByRole('button', { name: 'Check everything now' }).click()
    await page.getByText('Everything is well').waitFor()
    expect(await page.getByText('Whole, and up to date').count()).toBe(1)
    expect(await findAccessFaults(page)).toEqual([])
  })
})
