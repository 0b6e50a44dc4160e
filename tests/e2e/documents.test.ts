import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { sendPage } from '#tests/support/pages/documents.ts'
import { seedDispute, seedDraft, seedFamily, seedSession } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'

async function seed(run: RunCommand) {
  const caseId = await seedFamily(run)
  await run('case.setContact', { case: caseId, party: 'A', address: '14 Fennel Row', isProtected: true })
  await run('case.update', { case: caseId, privateNote: 'thinks D. drinks most weekends at home' })
  const dispute = await seedDispute(run, caseId)
  const session = await seedSession(run, caseId, [dispute])
  await run('session.addEntry', {
    session,
    kind: 'reflection',
    text: 'Both soften when football is named first.',
  })
  const issued = await seedDraft(run, dispute)
  await run('decision.issue', { decision: issued }, '2026-10-19T17:00:00Z')
  const leaking = await seedDraft(run, await seedDispute(run, caseId))
  await run('decision.update', { decision: leaking, findings: 'The exchange was at 14 Fennel Row.' })
  const doubtful = await seedDraft(run, await seedDispute(run, caseId))
  await run('decision.update', {
    decision: doubtful,
    findings: 'It is said that he drinks most weekends at home.',
  })
  return { caseId, issued, leaking, doubtful, none: await seedFamily(run, { label: 'Oakhollow and Renn' }) }
}

describe('sending out', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  const exportsDir = () => join(app.folder, 'exports')
  const open = (...parts: readonly string[]) => goTo(app, 'cases', app.seeded.caseId, 'documents', ...parts)
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1280, height: 800 }, '2026-10-19T18:00:00Z')
  })
  afterAll(() => app.close())

  it('lists what can be sent, and says so where nothing can', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.none, 'documents')
    await page.getByText('Nothing to send yet').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await open()
    await page
      .getByRole('row', { name: /Determination No\. 1/ })
      .getByRole('link', { name: 'Send out' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Send out: Determination No. 1' }).waitFor()
  })

  it('saves the document as Word and PDF, keeps a receipt of each, and names no one in the file name', async () => {
    const { page } = app
    const send = sendPage(page)
    await send.word.click()
    await page.getByText('Saved as Determination No. 1.docx').waitFor({ timeout: 60_000 })
    await send.pdf.click()
    await page.getByText('Saved as Determination No. 1.pdf').waitFor({ timeout: 60_000 })
    const files = await readdir(exportsDir())
    expect(files.toSorted()).toEqual(['Determination No. 1.docx', 'Determination No. 1.pdf'])
    const bytes = await readFile(join(exportsDir(), 'Determination No. 1.docx'))
    const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    await open()
    await page.getByRole('row', { name: /Word/ }).getByText(fingerprint).waitFor()
    await page.getByRole('row', { name: /PDF/ }).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('shows on the paper exactly what the recipient reads, and in the register what stays behind', async () => {
    const { page } = app
    const send = sendPage(page)
    await open('case-file')
    await send.paper.getByText('Case file for the court').first().waitFor()
    await send.heldBack.getByText('Reflections of the parenting coordinator: 1').waitFor()
    await send.heldBack.getByText('Private case notes: 1').waitFor()
    expect(await send.paper.textContent()).not.toContain('football')
    await send.recipient.click()
    await send.option('Darko Veshti').click()
    await send.paper.getByText('Darko Veshti').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findAccessFaults(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('keeps the summary for the parents to the same terms', async () => {
    const { page } = app
    const send = sendPage(page)
    await open('parents-summary', app.seeded.issued)
    await send.paper.getByText('A need not wait more than 20 minutes after the exchange time.').waitFor()
    await send.paper.getByText(/does not replace Determination No\. 1/).waitFor()
    expect(await send.word.isEnabled()).toBe(true)
  })

  it('marks a draft on the sheet and beside it', async () => {
    const { page } = app
    await open('decision', app.seeded.doubtful)
    await page.getByText('This is a draft').waitFor()
    await sendPage(page)
      .paper.getByText(/^DRAFT/)
      .waitFor()
  })

  it('lets a doubtful passage leave only with a reason and a second look', async () => {
    const { page } = app
    const send = sendPage(page)
    await send.check.getByText('Private note').waitFor()
    await send.check.getByText(/Under “Findings”/).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(await send.word.isDisabled()).toBe(true)
    await send.reason.fill('Both parents said so in the joint session.')
    expect(await send.word.isDisabled()).toBe(true)
    await send.looked.check()
    expect(await send.word.isEnabled()).toBe(true)
  })

  it('never lets a protected place leave', async () => {
    const { page } = app
    const send = sendPage(page)
    await open('decision', app.seeded.leaking)
    await send.check.getByText('This cannot leave as it is').waitFor()
    await send.check.getByText('Protected place', { exact: true }).waitFor()
    expect(await send.reason.count()).toBe(0)
    for (const way of [send.word, send.pdf, send.print]) expect(await way.isDisabled()).toBe(true)
  })

  it('hands only the sheet to the printer, and notes it', async () => {
    const { page } = app
    const send = sendPage(page)
    await open('decision', app.seeded.issued)
    await send.paper.waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Places' }).isVisible()).toBe(false)
    expect(await send.word.isVisible()).toBe(false)
    expect(await send.paper.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await send.print.click()
    await page.getByText('Handed to the printer').waitFor()
  })

  it('says what happened, what was kept and what to do when the folder cannot be written', async () => {
    const { page } = app
    const send = sendPage(page)
    await rm(exportsDir(), { recursive: true })
    await writeFile(exportsDir(), 'a file where the folder should be')
    await open('parents-summary', app.seeded.issued)
    await send.word.click()
    await page.getByText('The file could not be saved in that folder').waitFor()
    await page
      .getByText('The document itself is safe in the vault, and no half-written file was left behind.')
      .waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await rm(exportsDir())
    await send.word.click()
    await page.getByText(/^Saved as /).waitFor()
  })

  it('fits a small window', async () => {
    const { page } = app
    await page.setViewportSize({ width: 1024, height: 700 })
    await open('decision', app.seeded.issued)
    await sendPage(page).paper.waitFor()
    expect(await overflowWidth(page)).toBe(0)
    expect(app.complaints).toEqual([])
  })
})
