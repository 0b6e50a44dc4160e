import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { enterFamily } from '#tests/support/pages/cases.ts'
import { go } from '#tests/support/pages/go.ts'
import { choosePlan, planPage } from '#tests/support/pages/plan.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock } from '#tests/support/pages/unlock.ts'
import { createVault } from '#tests/support/pages/welcome.ts'
import type { NewVault } from '#tests/support/pages/welcome.ts'

describe('the plan of a case', () => {
  let app: App
  let vault: NewVault
  let caseId = ''
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700 })
    vault = await createVault(app.page)
    caseId = await enterFamily(app.page, ['Corisande Vale', 'Balthazar Reed'])
  })
  afterAll(() => app.close())

  it.each([
    ['nothing.docx', Buffer.alloc(0), 'This file is empty.'],
    ['plan.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'This is no Word document but a PDF.'],
    ['plan.docx', Buffer.from('PK\u0003\u0004 broken'), 'This Word file is damaged.'],
    ['plan.txt', Buffer.from('1. Words.'), 'This is no Word document but'],
  ])('says what %s is, that nothing was kept, and what to do', async (name, bytes, sentence) => {
    const { page } = app
    await go(page, `#/cases/${caseId}/plan`, 'Plan')
    await choosePlan(page, { name, bytes })
    await page.getByText(sentence).waitFor()
    await page.getByText('Nothing was changed, and nothing of the file was kept.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)
  })

  it('takes a file that is dropped on the page', async () => {
    const { page } = app
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['%PDF-1.7 dropped'], 'dropped.pdf'))
      return transfer
    })
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await page.getByText('This is no Word document but a PDF.').waitFor()
  })

  it('shows a proposal beside the original, lets it be mended and a change be taken back', async () => {
    const { page } = app
    const plan = planPage(page)
    await choosePlan(page, 'typed-outline.docx')
    await plan.count('11 clauses').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await overflowWidth(page)).toBe(0)

    await plan.change('I.B.2').click()
    await plan.editor('I.B.2').getByRole('button', { name: 'Join with the one before' }).click()
    await plan.count('10 clauses').waitFor()
    await plan.undo.click()
    await plan.count('11 clauses').waitFor()
  })

  it('refuses a number that is taken, and keeps the plan once it is right', async () => {
    const { page } = app
    const plan = planPage(page)
    await plan.change('I.A').click()
    const number = plan.editor('I.A').getByLabel('Number')
    await number.fill('I.B')
    await number.blur()
    await page.getByText('Another clause already has the number I.B.').waitFor()
    await number.fill('I.A.1')
    await number.blur()
    await page.getByText('Another clause already').waitFor({ state: 'detached' })
    await plan.editor('I.A.1').getByRole('button', { name: 'Done' }).click()
    await plan.keep.click()
    await page.getByText('read from typed-outline.docx').waitFor()
    await plan.clause('I.A.1').waitFor()
  })

  it('splits a kept clause at the cursor and shows both parts beside the same words', async () => {
    const { page } = app
    const plan = planPage(page)
    await plan.change('II.A').click()
    const words = plan.editor('II.A').getByLabel('Words')
    await words.evaluate((field: HTMLTextAreaElement) => {
      field.focus()
      field.setSelectionRange(field.value.indexOf('on school'), field.value.indexOf('on school'))
    })
    await page.getByRole('button', { name: 'Split at the cursor' }).click()
    await page.getByText('The second part begins: “on school days.”').waitFor()
    expect(await page.getByLabel('Number of the second part').inputValue()).toBe('II.A(b)')
    await page.getByRole('button', { name: 'Split here' }).click()
    await plan.clause('II.A(b)').waitFor()
    await plan.count('12 clauses').waitFor()
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Change clause II.A',
    )
    expect(await plan.clause('II.A').textContent()).not.toContain('on school days')
  })

  it('opens and closes a clause by the keyboard alone, and gives the focus back', async () => {
    const { page } = app
    await page.keyboard.press('Enter')
    await planPage(page).editor('II.A').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Change clause II.A',
    )
  })

  it('keeps the words of a clause as they are typed, through a lock', async () => {
    const { page } = app
    await planPage(page).change('III').click()
    await planPage(page).editor('III').getByLabel('Words').fill('This plan replaces all — מוקדמים 🌊 — ones.')
    await shell(page).lock.click()
    await unlock(page, vault.passphrase)
    await go(page, `#/cases/${caseId}/plan`, 'Plan')
    expect(await planPage(page).clause('III').textContent()).toContain('מוקדמים 🌊')
  })

  it('adds a clause that the file does not have, and removes it after asking', async () => {
    const { page } = app
    const plan = planPage(page)
    await page.getByRole('button', { name: 'Add a clause' }).click()
    const form = page.getByRole('form', { name: 'New clause' })
    await form.getByRole('button', { name: 'Add this clause' }).click()
    await page.getByText('A clause needs a number and words.').waitFor()
    await form.getByLabel('Number').fill('IV')
    await form.getByLabel('Words').fill('Messages are polite and brief.')
    await form.getByRole('button', { name: 'Add this clause' }).click()
    await plan.clause('IV').waitFor()
    await plan.change('IV').click()
    await plan.editor('IV').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('button', { name: 'Remove the clause' }).click()
    await plan.clause('IV').waitFor({ state: 'detached' })
  })

  it('searches numbers and words while one types, and takes signs for letters', async () => {
    const { page } = app
    const plan = planPage(page)
    await plan.search.fill('corisande')
    await plan.count('1 of 12 clauses').waitFor()
    await plan.search.fill('[(')
    await page.getByText('No clause has “[(”.').waitFor()
    await page.getByRole('button', { name: 'Show all clauses' }).click()
    await plan.count('12 clauses').waitFor()
  })

  it('opens at the clause that an address names', async () => {
    const { page } = app
    const id = await planPage(page).clause('II.B').getAttribute('data-clause')
    await go(page, '#/cases', 'Cases')
    await go(page, `#/cases/${caseId}/plan/${id ?? ''}`, 'Plan')
    await planPage(page).clause('II.B').waitFor()
    await page.waitForFunction((clauseId) => {
      const place = document.querySelector(`[data-clause="${clauseId ?? ''}"]`)?.getBoundingClientRect()
      return place !== undefined && place.top > 0 && place.bottom < window.innerHeight
    }, id)
  })

  it('shows a plan of three thousand clauses, and finds one of them', async () => {
    const { page } = app
    const { bytes } = await import('#tests/support/plans/large-plan.ts').then((made) => made.largePlan(3000))
    await go(page, `#/cases/${caseId}/plan/new`, 'Plan')
    await choosePlan(page, { name: 'large.docx', bytes })
    await page.waitForFunction(() => document.querySelectorAll('[data-clause]').length === 3000)
    await page.locator('input[type=search]').fill('44.17')
    await page.waitForFunction(() => document.querySelectorAll('[data-clause]').length === 1)
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })
})
