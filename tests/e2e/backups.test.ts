import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { backupsPage } from '#tests/support/pages/backups.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { SeededApp } from '#tests/support/pages/seeded-app.ts'
import { settingsPage } from '#tests/support/pages/settings.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'

describe('backups', () => {
  let app: SeededApp<null>
  beforeAll(async () => {
    app = await openSeededApp(async () => null, { width: 1024, height: 700 })
  })
  afterAll(() => app.close())

  const write = async (name: string) => {
    await settingsPage(app.page).open()
    await settingsPage(app.page).name.fill(name)
    await settingsPage(app.page).contact.focus()
    await shell(app.page).saved.waitFor()
  }
  const enterAgain = async () => {
    await unlockPage(app.page).heading.waitFor()
    await unlock(app.page, app.passphrase)
  }
  const written = async () => {
    await settingsPage(app.page).open()
    return settingsPage(app.page).name.inputValue()
  }

  it('are made into a chosen folder, checked, listed and shown', async () => {
    await write('Rowan before')
    await goTo(app, 'safekeeping', 'backups')
    const part = backupsPage(app.page)
    await part.chooseFolder.click()
    await part.good.waitFor()
    const files = readdirSync(join(app.folder, 'exports', 'Backups'))
    expect(files).toEqual([expect.stringMatching(/^Evenhand backup \d{4}-\d{2}-\d{2} \d{4}\.cvbak$/)])
    await part.restoreFirst.waitFor()
    expect(await findAccessFaults(app.page)).toEqual([])
    expect(await overflowWidth(app.page)).toBe(0)
    await part.rehearse.click()
    await part.rehearsed.waitFor()
  })

  it('are restored: the old words are there, and the vault of before can be used again', async () => {
    await write('Rowan after')
    await goTo(app, 'safekeeping', 'backups')
    const part = backupsPage(app.page)
    await part.restoreFirst.click()
    await part.passphrase.fill('not the passphrase of it')
    await part.open.click()
    await part.wrongPassphrase.waitFor()
    await part.passphrase.fill(app.passphrase)
    await app.page.keyboard.press('Enter')
    await part.changedSince.waitFor()
    expect(await findAccessFaults(app.page)).toEqual([])
    await part.confirm.click()
    await enterAgain()
    expect(await written()).toBe('Rowan before')

    await goTo(app, 'safekeeping', 'backups')
    await part.useAgain.click()
    await part.keptPassphrase.fill(app.passphrase)
    await part.useIt.click()
    await enterAgain()
    expect(await written()).toBe('Rowan after')
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })
})
