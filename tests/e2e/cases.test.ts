import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { casesPage, enterFamily, overviewPage, takeIn } from '#tests/support/pages/cases.ts'
import { go } from '#tests/support/pages/go.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

const names = ['Imogen Castellane', 'Darko Veshti'] as const

describe('the cases', () => {
  let app: App
  let vault: NewVault
  let caseId = ''
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700 })
    vault = await createVault(app.page)
  })
  afterAll(() => app.close())

  it('names each field that is missing, puts the cursor into the first, and keeps what was typed', async () => {
    const { page } = app
    await go(page, '#/cases/new', 'Enter a family')
    const form = casesPage(page)
    await form.child(1).fill('Oriel 🌊')
    await form.year(1).fill('12')
    await form.save.click()
    await page.getByText('3 fields need another look.').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
    expect(await form.parent('A').evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await form.child(1).inputValue()).toBe('Oriel 🌊')
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('says how long a name is that does not fit, and loses none of it', async () => {
    const { page } = app
    const form = casesPage(page)
    await form.parent('A').fill('x'.repeat(100_000))
    await page.getByText('At most 500 characters fit here; this has 100000.').waitFor()
    expect((await form.parent('A').inputValue()).length).toBe(100_000)
  })

  it('says what is on file of a place and what is not', async () => {
    const { page } = app
    await casesPage(page).place.selectOption('us-az')
    await page.getByText('1 year, from a secondary source').waitFor()
    await page.getByText('Days to send the report with the decision to the court').waitFor()
  })

  it('takes three people, and enters the family with the marks of its homes', async () => {
    const { page } = app
    const form = casesPage(page)
    await form.year(1).fill('2018')
    await form.parent('A').fill(names[0])
    await form.parent('B').fill(names[1])
    await page.getByRole('button', { name: 'Add another person' }).click()
    await page.getByLabel('Full name of Person C').fill('נועה 🌊 Marlowe')
    await form.save.click()
    await page.getByRole('heading', { level: 1, name: 'Castellane and Veshti and Marlowe' }).waitFor()
    expect(await page.getByRole('article', { name: 'Person C' }).textContent()).toContain('נועה 🌊 Marlowe')
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('finds a family while one types, and says so when there is none', async () => {
    const { page } = app
    caseId = await enterFamily(page, names)
    await go(page, '#/cases', 'Cases')
    const { search } = casesPage(page)
    await search.fill('MARL')
    await page.getByText('1 of 2 families').waitFor()
    await search.fill('[zz')
    await page.getByText('No family matches “[zz”').waitFor()
    await page.getByRole('button', { name: 'Show all families' }).click()
    await page.getByText('2 families', { exact: true }).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('refuses to start the work, and says which step is missing', async () => {
    const { page } = app
    await go(page, `#/cases/${caseId}`, 'Castellane and Veshti')
    const step = overviewPage(page).step('Start work')
    await step.getByRole('button', { name: 'Start work' }).click()
    await step.getByRole('button', { name: 'Start work' }).click()
    await page.getByText('The conflict check has not been recorded.').waitFor()
    await step.getByRole('button', { name: 'Cancel' }).click()
  })

  it('refuses a screening with modifications that are not named, and shows no answer of it', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Record the check' }).click()
    await page.getByLabel('Date of the check').fill('Sun 16 Oct 2026')
    await page.getByRole('button', { name: 'Record the conflict check' }).click()
    await page.getByText('16 Oct 2026 is a Friday.').waitFor()
    await page.getByLabel('Date of the check').fill('29 Feb 2025')
    await page.getByLabel('Date of the check').blur()
    await page.getByText('The calendar has no day').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()

    await takeIn(page, names)
    const step = overviewPage(page).step(`Screening of ${names[0]}`)
    await step.getByRole('button', { name: 'Screen again' }).click()
    await step.getByRole('radio', { name: 'Suitable with modifications' }).check()
    await step.getByLabel('Answers given in screening').fill('Fears being alone with the other.')
    await step.getByRole('button', { name: 'Record this screening' }).click()
    await page.getByText('Say which modifications make the process suitable.').waitFor()
    await step.getByRole('textbox', { name: 'Modifications' }).fill('Shuttle only')
    await step.getByRole('button', { name: 'Record this screening' }).click()
    await step.getByText('1 set of private answers is kept.').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Fears being alone')
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('marks a protected parent, and keeps the words that may never be printed', async () => {
    const { page } = app
    const card = overviewPage(page).card('A')
    await card.getByRole('button', { name: 'Contact of Imogen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address').fill('14 Fennel Row')
    await dialog.getByRole('checkbox').check()
    await dialog.getByLabel('Protected words').fill('Fennel Row\nHillside School')
    expect(await findAccessFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Keep this contact' }).click()
    await card.getByText('Protected', { exact: true }).waitFor()
    expect(await overviewPage(page).card('B').getByText('Protected', { exact: true }).count()).toBe(0)
  })

  it('keeps the private note as it is typed, blurs it after unlocking, and shows it when asked', async () => {
    const { page } = app
    await overviewPage(page).note.fill('Both are tired. Keep the tone even.')
    await shell(page).lock.click()
    await unlock(page, vault.passphrase)
    await go(page, `#/cases/${caseId}`, 'Castellane and Veshti')
    const { note, showNote } = overviewPage(page)
    await showNote.waitFor()
    expect(await page.locator('textarea').last().inputValue()).not.toContain('tired')
    await showNote.click()
    expect(await note.inputValue()).toBe('Both are tired. Keep the tone even.')
  })

  it('mends names and adds counsel, on the same screen', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Edit names, children, counsel, court' }).click()
    await page.getByLabel('Full name of Parent B').fill('Darko Veshti-Marin')
    await page.getByRole('button', { name: 'Add counsel' }).click()
    await page.getByLabel('Name of counsel 1').fill('Rosa Quill')
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Save changes' }).click()
    await overviewPage(page).card('B').getByRole('heading', { name: 'Darko Veshti-Marin' }).waitFor()
    expect(await overviewPage(page).card('A').textContent()).toContain('Rosa Quill')
  })

  it('suspends with a reason, resumes, and ends', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Suspend the work' }).click()
    await page.getByRole('button', { name: 'Suspend', exact: true }).click()
    await page.getByText('Give the reason.').waitFor()
    await page.getByLabel('Reason').fill('A complaint is pending')
    await page.getByRole('button', { name: 'Suspend', exact: true }).click()
    await page.getByText(/^Suspended on .+: A complaint is pending$/u).waitFor()
    await page.getByRole('button', { name: 'Take the work up again' }).click()
    await page.getByRole('button', { name: 'End the appointment' }).click()
    await page.getByRole('button', { name: 'End the appointment' }).last().click()
    await page.getByText(/^Ended on .+: Declined before the work began$/u).waitFor()
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })

  it('says so when a case is not there', async () => {
    const { page } = app
    await go(page, '#/cases/nobody', 'This is no longer in the vault')
    expect(await findAccessFaults(page)).toEqual([])
  })
})
