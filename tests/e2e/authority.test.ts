import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { authorityPage, recordAgreement } from '#tests/support/pages/authority.ts'
import { enterFamily } from '#tests/support/pages/cases.ts'
import { go } from '#tests/support/pages/go.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

const names = ['Imogen Castellane', 'Darko Veshti'] as const

describe('the authority of a case', () => {
  let app: App
  let vault: NewVault
  let caseId = ''
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700 }, '2026-10-19T17:00:00Z')
    vault = await createVault(app.page)
    caseId = await enterFamily(app.page, names)
  })
  afterAll(() => app.close())

  it('asks for the title and the date, and names a wrong weekday', async () => {
    const { page } = app
    await go(page, `#/cases/${caseId}/authority`, 'Authority')
    await authorityPage(page).madeOn.fill('Tue 12 Jan 2026')
    await authorityPage(page).record.click()
    await page.getByText('Enter the title of the paper.').waitFor()
    await page.getByText('12 Jan 2026 is a Monday.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('records an agreement that is not in force, and says why', async () => {
    const { page } = app
    await recordAgreement(page, caseId)
    expect(await authorityPage(page).inForce.textContent()).toBe('Not in force')
    await page.getByText('Not signed yet by Imogen Castellane, Darko Veshti.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('leads from a missing part to the place that mends it', async () => {
    const { page } = app
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Tick what the paper gives you' })
      .getByRole('link')
      .click()
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'checkbox')
  })

  it('comes into force when all have signed, and is complete when nothing is missing', async () => {
    const { page } = app
    const form = authorityPage(page)
    for (const name of names) await form.signedBy(name).fill('12 Jan 2026')
    await page.getByText('In force today').waitFor()
    for (const code of ['I-02', 'I-03', 'I-14']) await form.issue(code).check()
    await form.ticked.getByText('3 of 24 ticked').or(form.ticked).first().waitFor()
    await form.share(names[0]).fill('60')
    expect(await form.share(names[1]).inputValue()).toBe('40')
    await page.getByText('Nothing is missing').waitFor()
  })

  it('refuses a term beyond what the law allows, and keeps what was typed', async () => {
    const { page } = app
    const { termEnd } = authorityPage(page)
    await termEnd.fill('13 Jan 2028')
    await termEnd.blur()
    await page.getByText('Authority ends no later than Wednesday 12 January 2028').waitFor()
    expect(await termEnd.inputValue()).toBe('Thu 13 Jan 2028')
    await termEnd.fill('12 Jan 2027')
    await termEnd.blur()
    await page.getByText('Authority ends no later').waitFor({ state: 'detached' })
  })

  it('shows exclusions as blocked, lifts one and blocks it again', async () => {
    const { page } = app
    const form = authorityPage(page)
    await form.lift('X-09').click()
    await page.getByText('Lifted by this paper').waitFor()
    await form.blockAgain('X-09').click()
    await page.getByText('Lifted by this paper').waitFor({ state: 'detached' })
  })

  it('keeps a matter out by the paper’s own words', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Keep this out' }).click()
    await page.getByText('Name the matter.').waitFor()
    await page.getByLabel('Matter', { exact: true }).fill('Forfeiture of parenting time')
    await page.getByLabel('Matter', { exact: true }).press('Enter')
    await page.getByText('looks for “forfei”').waitFor()
  })

  it('has kept everything after locking and unlocking', async () => {
    const { page } = app
    await page.getByRole('radio', { name: 'Decide, binding' }).check()
    await page.getByLabel('Note on this paper').fill('The original lies in the blue folder.')
    await shell(page).lock.click()
    await unlock(page, vault.passphrase)
    await go(page, `#/cases/${caseId}/authority`, 'Authority')
    const form = authorityPage(page)
    expect(await form.issue('I-14').isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: 'Decide, binding' }).isChecked()).toBe(true)
    expect(await form.termEnd.inputValue()).toBe('Tue 12 Jan 2027')
    expect(await form.share(names[1]).inputValue()).toBe('40')
    expect(await page.getByLabel('Note on this paper').inputValue()).toBe(
      'The original lies in the blue folder.',
    )
  })

  it('lists a later order beside the agreement', async () => {
    const { page } = app
    await page.getByRole('link', { name: 'Record another' }).click()
    await page.getByRole('radio', { name: 'Court order' }).check()
    await authorityPage(page).title.fill('Order of appointment')
    await authorityPage(page).madeOn.fill('1 Oct 2026')
    await authorityPage(page).record.click()
    await page.getByText('The order has not been entered.').waitFor()
    await page.getByLabel('Entered on').fill('2 Oct 2026')
    await page.getByText('In force today').first().waitFor()
    await page.getByRole('link', { name: 'Parenting coordination agreement' }).click()
    expect(await authorityPage(page).title.inputValue()).toBe('Parenting coordination agreement')
  })

  it('asks for a number of days, takes a checked one or “not verified”, and refuses what is none', async () => {
    const { page } = app
    const arizona = await enterFamily(page, ['Zoe Zimmer', 'Max Zwick'], 'us-az')
    await recordAgreement(page, arizona)
    await page.getByText('1 number of days has not been asked').waitFor()
    await page.getByLabel(/^Days: /u).fill('ten')
    await page.getByRole('button', { name: 'Keep this number' }).click()
    await page.getByText('Enter whole days from 0 to 3660.').waitFor()
    await page.getByLabel(/^Days: /u).fill('5')
    await page.getByRole('button', { name: 'Keep this number' }).click()
    await page.getByText('5 days, checked by you').waitFor()
    await page.getByRole('button', { name: 'Answer again' }).click()
    await page.getByRole('button', { name: 'Not verified' }).click()
    await page.getByText('Not verified: documents will say so').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })
})
