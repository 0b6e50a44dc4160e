import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccessFaults, overflowWidth } from '#tests/support/pages/app.ts'
import { seedDispute, seedFamily, seedSession } from '#tests/support/pages/families.ts'
import { goTo, openSeededApp } from '#tests/support/pages/seeded-app.ts'
import type { RunCommand, SeededApp } from '#tests/support/pages/seeded-app.ts'
import { sessionRoom } from '#tests/support/pages/sessions.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { unlock, unlockPage } from '#tests/support/pages/unlock.ts'

const hostile = 'Ro\u202Ewan \u0007<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}} 29 February 2026'

async function seed(run: RunCommand) {
  const caseId = await seedFamily(run)
  const dispute = await seedDispute(run, caseId)
  const rooms = []
  for (let count = 0; count < 10; count += 1) rooms.push(await seedSession(run, caseId, [dispute]))
  return { caseId, rooms, empty: await seedFamily(run, { label: 'Oakhollow and Renn' }) }
}

describe('the session room', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  let next = 0
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1024, height: 700 }, '2026-10-14T00:30:00Z')
  })
  afterAll(() => app.close())
  // Each test gets a room of its own.
  beforeEach(async () => {
    await goTo(app, 'cases', app.seeded.caseId, 'sessions', app.seeded.rooms[next] ?? '')
    next += 1
    await sessionRoom(app.page).composer.waitFor()
  })

  it('saves what is typed by itself and shows it again after a lock', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await room.composer.fill('The shift ends at a quarter past five.')
    await room.saved.waitFor()
    const address = page.url()
    await page.keyboard.press('Control+l')
    await unlockPage(page).heading.waitFor()
    await unlock(page, app.passphrase)
    await page.goto(address)
    await room.entry('The shift ends at a quarter past five.').waitFor()
    expect(await room.entries.count()).toBe(1)
  })

  it('chooses who said it with @ and what kind it is with #, from the keyboard alone', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await page.keyboard.type('@dar')
    await room.option('Darko Veshti').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('#prop')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Move the exchange to seven.')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('The next thing')
    const entry = room.entry('Move the exchange to seven.')
    await entry.getByText('Darko').waitFor()
    await entry.getByText('Proposal').waitFor()
    expect(await room.composer.inputValue()).toBe('The next thing')
  })

  it('ends an entry where a later line begins with another speaker', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await page.keyboard.type('First words')
    await page.keyboard.press('Enter')
    await page.keyboard.type('@imo')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Second words')
    await room.entry('First words').waitFor()
    expect(await room.composer.inputValue()).toBe('Second words')
    expect(await room.speaker('Imogen').getAttribute('aria-pressed')).toBe('true')
  })

  it('keeps private words off the screen until they are asked for', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await room.kind.selectOption('reflection')
    await room.composer.fill('thinks D. drinks')
    await room.composer.press('Control+Enter')
    // The finished entry is on the disk, and the fresh one has no word yet.
    await room.saved.waitFor()
    await room.entry('Only you').waitFor()
    expect(await page.getByText('thinks D. drinks').count()).toBe(0)
    await room.entry('Only you').getByRole('button', { name: 'Show' }).click()
    await page.getByText('thinks D. drinks').waitFor()
  })

  it('blanks the screen at one key while typing, and brings the cursor back with Esc', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await page.keyboard.type('Half a sen')
    await page.keyboard.press('F9')
    await page.getByRole('dialog', { name: 'Blank the screen' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.type('tence')
    expect(await room.composer.inputValue()).toBe('Half a sentence')
  })

  it('names the right weekday under a date that has the wrong one, and a day that does not exist', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await room.composer.fill('Until Sunday 26 Oct 2026, then 29 February 2027.')
    await page.getByText('26 Oct 2026 is a Monday.').waitFor()
    await page.getByText('“29 February 2027” does not exist in the calendar.').waitFor()
  })

  it('keeps whatever letters are typed, and 100,000 of them', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await room.composer.fill(hostile)
    await room.composer.press('Control+Enter')
    await room.entry('<b>bold</b> \u{1F642} \u05E9\u05DC\u05D5\u05DD {{parent}}').waitFor()
    await room.composer.fill('word '.repeat(20_000))
    await room.saved.waitFor()
    await room.composer.press('Control+Enter')
    await room.entries.nth(1).waitFor()
    expect((await room.entries.nth(1).textContent())?.length).toBeGreaterThan(99_000)
    expect(await overflowWidth(page)).toBe(0)
  })

  it('leaves every written entry alone while the next one is typed and saved', async () => {
    const { page } = app
    const room = sessionRoom(page)
    for (const words of ['One', 'Two', 'Three']) {
      await room.composer.fill(words)
      await room.composer.press('Control+Enter')
      await room.entry(words).waitFor()
    }
    const changes = await page.evaluateHandle(() => {
      const seen: string[] = []
      const list = document.querySelector('ol[aria-label="Entries"]')
      if (list)
        new MutationObserver((found) => seen.push(...found.map(({ type }) => type))).observe(list, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      return seen
    })
    await page.keyboard.type('typed letter by letter')
    await room.saved.waitFor()
    expect(await changes.jsonValue()).toEqual([])
  })

  it('counts the length and notes each full minute', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Start the timer' }).click()
    await page.clock.fastForward('02:05')
    await page
      .getByRole('timer')
      .getByText(/^00:02:0\d$/)
      .waitFor()
    await page.getByRole('button', { name: 'Pause the timer' }).click()
    await page.getByRole('button', { name: 'Details' }).click()
    const length = sessionRoom(page).dialog.getByRole('textbox', { name: 'Length in minutes' })
    expect(await length.inputValue()).toBe('2')
    expect(await findAccessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('locks at signing: lines stay, a later one is an addendum', async () => {
    const { page } = app
    const room = sessionRoom(page)
    await room.composer.fill('To be struck out')
    await room.composer.press('Control+Enter')
    await room.entry('To be struck out').getByRole('button', { name: 'Strike out' }).click()
    await room.entry('To be struck out').getByText('Struck out', { exact: true }).waitFor()
    await room.composer.fill('Last words, not yet paused')
    await room.sign.click()
    await room.dialog.getByRole('button', { name: 'Sign and lock' }).click()
    await page.getByText(/^Signed and locked/).waitFor()
    await room.entry('Last words, not yet paused').waitFor()
    expect(await room.entry('Last words').getByRole('button', { name: 'Change' }).count()).toBe(0)
    await room.addendum.fill('The time was 17:05.')
    await room.addendum.press('Control+Enter')
    await room
      .entry('The time was 17:05.')
      .getByText(/^Addendum of/)
      .waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    expect(app.complaints).toEqual([])
  })
})

describe('the list of sessions', () => {
  let app: SeededApp<Awaited<ReturnType<typeof seed>>>
  beforeAll(async () => {
    app = await openSeededApp(seed, { width: 1024, height: 700 }, '2026-10-14T00:30:00Z')
  })
  afterAll(() => app.close())

  it('says what to do while there is none, begins one, and lists it', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.empty, 'sessions')
    await page.getByText('No session yet').waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Begin a session' }).click()
    await page.getByRole('heading', { level: 1, name: 'Begin a session' }).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await sessionRoom(page).composer.waitFor()
    await page.getByRole('link', { name: 'All sessions' }).click()
    await page.getByRole('row').nth(1).waitFor()
    expect(await findAccessFaults(page)).toEqual([])
  })

  it('refuses a wrong weekday by naming the right one, and keeps what was typed', async () => {
    const { page } = app
    await goTo(app, 'cases', app.seeded.empty, 'sessions', 'new')
    const date = page.getByRole('textbox', { name: 'Date' })
    await date.fill('Sun 26 Oct 2026')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByText('26 Oct 2026 is a Monday.', { exact: false }).waitFor()
    expect(await date.inputValue()).toBe('Sun 26 Oct 2026')
    await shell(page).heading.waitFor()
  })
})
