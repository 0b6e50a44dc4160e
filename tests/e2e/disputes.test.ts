import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { disputePage } from '#tests/support/pages/disputes.ts'
import { seedDispute, seedFamily } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'
import { shell } from '#tests/support/pages/shell.ts'

const hostile = 'Ro\u202Ewan \u0007<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}}'

async function seed(run: RunCommand) {
  const caseId = await seedFamily(run)
  const recommending = await seedFamily(run, {
    label: 'Tremaine and Frost',
    instrument: { decisionType: 'recommend' },
  })
  return { caseId, recommending, heard: await seedDispute(run, recommending) }
}

describe('a dispute', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1024, height: 700 }, '2026-10-19T17:00:00Z')
  })
  afterAll(() => app.close())

  it('begins from an empty list that says what to do', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.caseId, 'disputes')
    await page.getByText('No dispute yet').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'New dispute' }).click()
    await page.getByRole('button', { name: 'Put on the table' }).click()
    await page.getByText('Give the dispute a short title.').waitFor()
    await page.getByText('Choose the issue.').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Short title' }).fill('Late Friday exchanges')
    await page.getByLabel('Issue').first().click()
    await page.getByRole('option', { name: /^I-02/ }).click()
    await page.getByRole('button', { name: 'Put on the table' }).click()
    await page.getByRole('heading', { level: 1, name: 'Late Friday exchanges' }).waitFor()
  })

  it('warns at once about an issue that nobody ticked', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.caseId, 'disputes', 'new')
    await page.getByLabel('Issue').first().click()
    await page.getByRole('option', { name: /^I-09/ }).click()
    await page.getByText(/not ticked in the order or agreement/).waitFor()
  })

  it('cites a clause by its words, quotes it, and takes it out again', async () => {
    const { page } = app
    const dispute = disputePage(page)
    await goTo(app, 'cases', app.seeded.caseId, 'disputes')
    await page.getByRole('link', { name: /Late Friday exchanges/ }).click()
    await dispute.cite.click()
    await dispute.find.fill('school gate')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('The Friday exchange takes place at 6:00 p.m. at the school gate.').waitFor()
    await page.getByRole('button', { name: 'Remove Clause 7.2' }).click()
    await page.getByText('No clause is cited yet.').waitFor()
    await dispute.silent.check()
    await dispute.silentReason.fill('Nothing is said about waiting.')
    await dispute.next.getByText('The plan is cited, or its silence explained').waitFor()
  })

  it('gives both parents notice in one step, for no less than the instrument’s own time', async () => {
    const { page } = app
    const dispute = disputePage(page)
    await dispute.giveNotice.click()
    await dispute.dialog.getByText(/The instrument gives 72 hours: until Thu 22 Oct 2026/).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await dispute.dialog.getByRole('textbox', { name: 'Answer by' }).fill('Tue 20 Oct 2026')
    await dispute.dialog.getByRole('button', { name: 'Record notice' }).click()
    await dispute.dialog.getByText(/gives 72 hours to answer: not before/).waitFor()
    await dispute.dialog.getByRole('textbox', { name: 'Answer by' }).fill('Fri 23 Oct 2026')
    await dispute.dialog.getByRole('button', { name: 'Record notice' }).click()
    await dispute.dialog.waitFor({ state: 'hidden' })
    await dispute
      .column('Imogen Castellane')
      .getByText('May answer until Fri 23 Oct 2026, end of day')
      .waitFor()
    await dispute.column('Darko Veshti').getByText('May answer until Fri 23 Oct 2026, end of day').waitFor()
  })

  it('gives both parents the same headings and the same space', async () => {
    const { page } = app
    const dispute = disputePage(page)
    const boxes = await Promise.all(
      ['Imogen Castellane', 'Darko Veshti'].map((name) => dispute.column(name).boundingBox()),
    )
    expect(boxes[0]?.width).toBe(boxes[1]?.width)
    expect(boxes[0]?.height).toBe(boxes[1]?.height)
    expect(await overflowWidth(page)).toBe(0)
  })

  it('keeps a position while it is typed, whatever its letters, and hears the parent who has nothing to add', async () => {
    const { page } = app
    const dispute = disputePage(page)
    await dispute.position('Imogen Castellane').fill(hostile)
    await dispute.complete('Imogen Castellane').check()
    await dispute.column('Imogen Castellane').getByText('Heard', { exact: true }).waitFor()
    await dispute.position('Darko Veshti').fill('x'.repeat(100_000))
    await shell(page).saved.waitFor()
    const address = page.url()
    await goTo(app, 'cases', app.seeded.caseId, 'disputes')
    await page.goto(address)
    expect(await dispute.position('Imogen Castellane').inputValue()).toContain(
      '<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}}',
    )
    expect((await dispute.position('Darko Veshti').inputValue()).length).toBe(100_000)
    await dispute.position('Darko Veshti').fill('')
    await dispute
      .column('Darko Veshti')
      .getByText('An empty position is not saved; the last wording stays.')
      .waitFor()
    await dispute.position('Darko Veshti').fill('Traffic is nobody’s fault.')
    await shell(page).saved.waitFor()
  })

  it('refuses the 29 February of an ordinary year beside the field', async () => {
    const { page } = app
    const dispute = disputePage(page)
    await dispute.received('Darko Veshti').fill('29 February 2027')
    await dispute.received('Darko Veshti').blur()
    await page.getByText(/The calendar has no day/).waitFor()
    await dispute.received('Darko Veshti').fill('Mon 19 Oct 2026')
    await dispute.received('Darko Veshti').blur()
  })

  it('records what was agreed point by point, and then the next step is to draft', async () => {
    const { page } = app
    const dispute = disputePage(page)
    await dispute.attempts.fill('One session by video.')
    await dispute.outcome('Partly agreed').check()
    await dispute.point(1).fill('B sends a text on leaving work.')
    await page.getByRole('button', { name: 'Add a point' }).click()
    await dispute.point(2).fill('6:30 p.m. until Fri 18 Dec 2026.')
    await page.getByRole('button', { name: 'Move point 2 up' }).click()
    await dispute.recordOutcome.click()
    await page.getByText(/^Part was agreed on Mon 19 Oct 2026/).waitFor()
    const points = page.getByRole('list', { name: 'What was agreed' }).getByRole('listitem')
    expect(await points.allTextContents()).toEqual([
      '6:30 p.m. until Fri 18 Dec 2026.',
      'B sends a text on leaving work.',
    ])
    await dispute.next.getByText('Impasse').waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findAccessFaults(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await dispute.draft.click()
    await page.getByRole('heading', { level: 1, name: 'Determination, draft' }).waitFor()
    expect(app.complaints).toEqual([])
  })

  it('offers a recommendation where there is no power to decide', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.recommending, 'disputes', app.seeded.heard)
    await page.getByRole('button', { name: 'Draft a recommendation' }).click()
    await page.getByRole('heading', { level: 1, name: 'Recommendation, draft' }).waitFor()
    await page.getByRole('button', { name: 'Issue the recommendation' }).waitFor()
  })

  it('refers out with a reason, and is then closed to changes', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.caseId, 'disputes')
    await page.getByRole('link', { name: /Late Friday exchanges/ }).click()
    await page.getByRole('button', { name: 'Refer this out' }).click()
    await page.getByRole('button', { name: 'Refer out and close' }).click()
    await page.getByText('Give the reason; the letter will need it.').waitFor()
    await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('The plan has to be rebuilt.')
    await page.getByRole('button', { name: 'Refer out and close' }).click()
    await page.getByText('This dispute was referred out and can no longer be changed.').waitFor()
    await goTo(app, 'cases', app.seeded.caseId, 'disputes')
    await page.getByText('No dispute is open').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
  })
})
