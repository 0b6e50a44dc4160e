import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { builderPage } from '#tests/support/pages/decisions.ts'
import { seedDispute, seedDraft, seedFamily } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'
import { shell } from '#tests/support/pages/shell.ts'

const hostile = 'Ro\u202Ewan \u0007<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}}'

async function seed(run: RunCommand) {
  const caseId = await seedFamily(run)
  const dispute = await seedDispute(run, caseId)
  const empty = await run('decision.draft', { dispute }, '2026-10-19T16:00:00Z')
  const ready = await seedDraft(run, await seedDispute(run, caseId))
  return {
    caseId,
    blank: empty['id'] ?? '',
    ready,
    none: await seedFamily(run, { label: 'Oakhollow and Renn' }),
  }
}

describe('the decision builder', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1280, height: 800 }, '2026-10-19T17:00:00Z')
  })
  afterAll(() => app.close())

  it('says where decisions begin while there is none', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.none, 'decisions')
    await page.getByText('Nothing is drafted yet').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('shows what is missing, and leads from each item to the place that mends it', async () => {
    const { page } = app
    const builder = builderPage(page)
    await goTo(app, 'cases', app.seeded.caseId, 'decisions', app.seeded.blank)
    await builder.gate.getByText('5 things are missing').waitFor()
    await builder.missing.filter({ hasText: 'Give reasons' }).getByRole('link').click()
    await page.waitForFunction(() => document.activeElement?.closest('[data-part=reasons]') !== null)
    await page.keyboard.type('Predictable Fridays serve the child.')
    await builder.gate.getByText('4 things are missing').waitFor()
    await builder.paper.getByText('Predictable Fridays serve the child.').waitFor()
  })

  it('refuses to issue and says what is missing', async () => {
    const { page } = app
    const builder = builderPage(page)
    await builder.issue.click()
    await builder.dialog.getByRole('button', { name: 'Issue it' }).click()
    await builder.dialog
      .getByRole('alert')
      .getByText(/Every required part is written/)
      .waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await builder.dialog.waitFor({ state: 'hidden' })
    await builder.issue.waitFor()
  })

  it('asks in place about words that may be excluded, and keeps the answer with its reason', async () => {
    const { page } = app
    const builder = builderPage(page)
    await builder.addTerm.click()
    await builder.menu('For a period with an end').click()
    await builder.term(1).fill('B shall pay for the taxi.')
    await builder
      .question(1)
      .getByText(/“shall pay”/)
      .waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await builder.question(1).getByRole('radio', { name: 'No, it does not' }).check()
    await builder.question(1).getByRole('button', { name: 'Record the answer' }).click()
    await builder.question(1).getByText('Say why; the answer is kept with the draft.').waitFor()
    await builder.question(1).getByRole('textbox', { name: 'Why' }).fill('The taxi is part of the exchange.')
    await builder.question(1).getByRole('button', { name: 'Record the answer' }).click()
    await page.getByText(/“shall pay” is not .*The taxi is part of the exchange\./).waitFor()
  })

  it('numbers the terms anew when one is moved', async () => {
    const { page } = app
    const builder = builderPage(page)
    await builder.addTerm.click()
    await builder.menu('For one occasion').click()
    await builder.term(2).fill('One afternoon is made up.')
    await shell(page).saved.waitFor()
    await page.getByRole('button', { name: 'Move term 2 up' }).click()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Term 1"]')?.value ===
        'One afternoon is made up.',
    )
    await builder.paper.getByText('One afternoon is made up.').waitFor()
    await page.getByRole('button', { name: 'Remove term 1', exact: true }).click()
    await builder.dialog.getByRole('button', { name: 'Remove the term' }).click()
    await builder.term(2).waitFor({ state: 'detached' })
    expect(await builder.term(1).inputValue()).toBe('B shall pay for the taxi.')
  })

  it('adds lateness up step by step, on the page and on the paper', async () => {
    const { page } = app
    const builder = builderPage(page)
    await page.getByRole('button', { name: 'Add a calculation' }).click()
    await builder.menu('Lateness, added up').click()
    for (const [index, minutes] of [35, 50, 0].entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Add an exchange' }).click()
      if (index === 0) await builder.field('Exchange 1').fill('Fri 4 Sep 2026')
      await page.getByRole('textbox', { name: 'Minutes late' }).nth(index).fill(String(minutes))
    }
    expect(await builder.field('Exchange 3').inputValue()).toBe('Fri 18 Sep 2026')
    await page.getByText('35 + 50 + 0 = 85 minutes (1 h 25 min)').first().waitFor()
    await builder.paper.getByText('35 + 50 + 0 = 85 minutes (1 h 25 min)').waitFor()
  })

  it('divides a break at the exchange and shows the exact midpoint and the nights', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Add a calculation' }).click()
    await builderPage(page).menu('A break, divided').click()
    for (const [what, day, time] of [
      ['Starts', 'Fri 18 Dec 2026', '12:30'],
      ['Ends', 'Mon 4 Jan 2027', '8:00'],
      ['Exchange', 'Sat 26 Dec 2026', '20:00'],
    ] as const) {
      await page.getByRole('textbox', { name: `${what}, day` }).fill(day)
      await page.getByRole('textbox', { name: `${what}, time` }).fill(time)
    }
    await page.getByText('Exact midpoint: Sat 26 Dec 2026, 10:15 p.m.').waitFor()
    await page.getByText('Imogen Castellane: 8 d 7 h 30 min, 8 nights.').waitFor()
    await page.getByText('Darko Veshti: 8 d 12 h, 9 nights.').waitFor()
  })

  it('keeps whatever is typed, and names a wrong weekday at the gate', async () => {
    const { page } = app
    const builder = builderPage(page)
    await builder.field('Findings').fill(hostile)
    await builder.field('Information considered').fill('x'.repeat(100_000))
    await builder.field('What does not change').fill('Until Sunday 26 Oct 2026.')
    await builder
      .item('dates-right')
      .getByText(/that day is a Monday/)
      .waitFor()
    await shell(page).saved.waitFor()
    await goTo(app, 'cases', app.seeded.caseId, 'decisions')
    await goTo(app, 'cases', app.seeded.caseId, 'decisions', app.seeded.blank)
    expect(await builder.field('Findings').inputValue()).toContain(
      '<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}}',
    )
    expect((await builder.field('Information considered').inputValue()).length).toBe(100_000)
    expect(await overflowWidth(page)).toBe(0)
  })

  it('is usable by everyone in a small window, light and dark', async () => {
    const { page } = app
    await page.setViewportSize({ width: 1024, height: 700 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findAccessFaults(page)).toEqual([])
    }
    await page.getByText('Material', { exact: true }).click()
    await page.getByText(/^Parenting coordination agreement, Mon 12 Jan 2026, clause 4\.1\./).waitFor()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('issues what lacks nothing, and from then on only a correction changes it', async () => {
    const { page } = app
    const builder = builderPage(page)
    await goTo(app, 'cases', app.seeded.caseId, 'decisions', app.seeded.ready)
    await builder.gate.getByText('Nothing is missing').waitFor()
    await builder.issue.click()
    await builder.dialog.getByText(/nobody can change it, not even you/).waitFor()
    await builder.dialog.getByRole('button', { name: 'Issue it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Determination No. 1' }).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Correct it' }).click()
    await builder.dialog.getByRole('button', { name: 'Begin a correction' }).click()
    await page.getByText(/Corrects Determination No\. 1/).waitFor()
    await builder.field('What is corrected').fill('The day was wrong.')
    await builder.gate.getByText('2 things are missing').waitFor()
    expect(app.complaints).toEqual([])
  })
})
