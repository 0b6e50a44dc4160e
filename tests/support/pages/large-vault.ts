import type { Page } from 'playwright-core'
import { seedFamily, seedSession } from './families.ts'
import { goTo, openSeededApp } from './seeded-app.ts'
import type { RunCommand, SeededApp } from './seeded-app.ts'
import { sessionRoom } from './sessions.ts'

export const sessionsPerCase = 200
const casesAtOnce = 50

interface LargeVault {
  readonly caseId: string
  readonly session: string
}

/** Opens the built program on a vault with so many sessions, each with a note of 1.2 KB, 200 to a family. */
export function openLargeApp(notes: number): Promise<SeededApp<LargeVault>> {
  return openSeededApp(
    (run) => seedLarge(run, Math.ceil(notes / sessionsPerCase)),
    {},
    '2026-10-14T00:30:00Z',
  )
}

async function seedLarge(run: RunCommand, cases: number): Promise<LargeVault> {
  const caseId = await seedFamily(run)
  const session = await seedSession(run, caseId)
  await run('session.addEntry', { session, text: 'The shift ends at a quarter past five.' })
  for (let made = 0; made < cases; made += casesAtOnce) {
    const fill = { case: caseId, session, cases: Math.min(casesAtOnce, cases - made), sessionsPerCase }
    await run('harness.fill', fill)
  }
  // The room to type in is a fresh one.
  return { caseId, session: await seedSession(run, caseId) }
}

/** Opens the room and puts so many words into a new entry, in paragraphs, as if they had been written before. */
export async function writeLongEntry(app: SeededApp<LargeVault>, words: number): Promise<void> {
  const room = sessionRoom(app.page)
  await goTo(app, 'cases', app.seeded.caseId, 'sessions', app.seeded.session)
  await room.composer.fill(longText(words))
  await room.saved.waitFor({ timeout: 60_000 })
}

const bursts = [
  'He said that the train was late ',
  'and that nobody had told her; ',
  'both agreed to write first. ',
]

/** Types on at the end of the entry, with pauses in which it is saved and goes on being typed into. */
export async function typeOn(page: Page, times: number): Promise<void> {
  await page.keyboard.press('Control+End')
  for (let time = 0; time < times; time++) {
    await page.keyboard.type(bursts[time % bursts.length] ?? '', { delay: 25 })
    // As long as the program waits before it saves: the next words fall into the saving.
    await new Promise((resolve) => setTimeout(resolve, 820))
  }
  await sessionRoom(page).saved.waitFor({ timeout: 60_000 })
}

function longText(words: number): string {
  const sentence = 'The parents spoke about the exchange on Friday and about who calls when a train is late.'
  const perSentence = sentence.split(' ').length
  const sentences = Array.from({ length: Math.ceil(words / perSentence) }, () => sentence)
  const paragraphs: string[] = []
  for (let start = 0; start < sentences.length; start += 6)
    paragraphs.push(sentences.slice(start, start + 6).join(' '))
  return paragraphs.join('\n\n')
}
