import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults } from '#tests/support/pages/app.ts'
import { seedFamily } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { SeededApp } from '#tests/support/pages/seeded-app.ts'

describe('the history', () => {
  let app: SeededApp<string>

  beforeAll(async () => {
    app = await openSeededApp((run) => seedFamily(run))
  })
  afterAll(() => app.close())

  it('says what was done, and is whole when checked', async () => {
    await goTo(app, 'safekeeping', 'history')
    await app.page.getByRole('cell', { name: 'Opened with the passphrase' }).waitFor()
    await app.page.getByRole('button', { name: 'Check the history' }).click()
    await app.page.getByText('The history is whole').waitFor()
    expect(await findAccessFaults(app.page)).toEqual([])
  })

  it('tells the records from the vault', async () => {
    await app.page.getByText('The vault', { exact: true }).click()
    await app.page.getByRole('cell', { name: 'Family entered' }).waitFor({ state: 'detached' })
    expect(await app.page.getByRole('cell', { name: 'Opened with the passphrase' }).count()).toBe(1)
  })

  it('is reached from a case, and shows that case alone', async () => {
    await goTo(app, 'cases', app.seeded)
    await app.page.getByRole('link', { name: 'History of this case' }).click()
    await app.page.getByRole('heading', { name: 'History of Castellane and Veshti' }).waitFor()
    await app.page.getByRole('cell', { name: 'Family entered' }).waitFor()
    expect(await app.page.getByRole('cell', { name: 'Opened with the passphrase' }).count()).toBe(0)
    expect(app.complaints).toEqual([])
  })
})
