import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { backupsPage } from '#tests/support/pages/backups.ts'
import { seedFamily } from '#tests/support/pages/families.ts'
import { filesPage } from '#tests/support/pages/files.ts'
import { healthPage } from '#tests/support/pages/health.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { SeededApp } from '#tests/support/pages/seeded-app.ts'

const letter = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'a letter. ')])

describe('the health of the files', () => {
  let app: SeededApp<string>
  beforeAll(async () => {
    app = await openSeededApp((run) => seedFamily(run), { width: 1024, height: 700, colorScheme: 'dark' })
    await goTo(app, 'cases', app.seeded, 'files')
    const files = filesPage(app.page)
    await files.chooser.setInputFiles({ name: 'Letter.pdf', mimeType: '', buffer: letter })
    await files.row(/Letter/u).waitFor()
    await goTo(app, 'safekeeping', 'backups')
    await backupsPage(app.page).chooseFolder.click()
    await backupsPage(app.page).good.waitFor()
  })
  afterAll(() => app.close())

  it('is told after every file was read', async () => {
    await goTo(app, 'safekeeping', 'health')
    const health = healthPage(app.page)
    await health.checkNow.click()
    await health.well.waitFor()
    await health.filesRead.waitFor()
    expect(await health.bad.count()).toBe(0)
    expect(await findAccessFaults(app.page)).toEqual([])
    expect(await overflowWidth(app.page)).toBe(0)
  })

  it('names a damaged file with its family, and puts it back from a backup', async () => {
    const path = theFile(join(app.folder, 'profile-vault', 'att'))
    const whole = readFileSync(path)
    const damaged = Buffer.from(whole)
    damaged[70_000] = (damaged[70_000] ?? 0) ^ 1
    writeFileSync(path, damaged)
    const health = healthPage(app.page)
    await health.checkNow.click()
    await health.bad.getByText('Family Castellane and Veshti. Its content was changed or cut.').waitFor()
    expect(await findAccessFaults(app.page)).toEqual([])
    expect(await overflowWidth(app.page)).toBe(0)
    await health.take('Letter').focus()
    await app.page.keyboard.press('Enter')
    await health.whole('Letter').waitFor()
    expect(readFileSync(path).equals(whole)).toBe(true)
    expect(await health.bad.count()).toBe(0)
    await goTo(app, 'safekeeping', 'history')
    await app.page.getByRole('cell', { name: 'File put back from a backup' }).waitFor()
    expect(app.complaints).toEqual([])
  })
})

/** The one file below a folder. */
function theFile(folder: string): string {
  const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.cv'),
  )
  return join(folder, name)
}
