import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { mock } from 'node:test'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Proof, ProofRun } from '../proof.ts'
import { createClipboardKeeper } from '#electron/services/clipboard/clipboard-keeper.ts'
import { createLog } from '#electron/services/log/log.ts'
import { createRingFile } from '#electron/services/log/ring-file.ts'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type {} from '#renderer/host/bridge.ts'
import { createCanaries, findWords } from '#tests/support/canaries.ts'
import type { Canaries } from '#tests/support/canaries.ts'
import { memoryClipboard } from '#tests/support/host/memory-clipboard.ts'
import { storyClock, storyZone, walkMainJob } from '#tests/support/journey/main-job.ts'
import { unlockPage } from '#tests/support/pages/unlock.ts'

/** What others could see beside the vault itself: titles, log, dialogs, notifications, the count of attempts, the clipboard. */
interface Traces {
  readonly titles: ReadonlySet<string>
  readonly dialogs: readonly string[]
  readonly notifications: number
  /** Folders in which no word may stand. */
  readonly folders: readonly string[]
  readonly clipboard: string
}

/** The main job with a mark in every field, failures of every kind, and then a look at all that stays outside the vault. */
export const proof: Proof = {
  id: 'P8',
  title: 'Log, titles, dialogs, notifications and clipboard carry nothing of the vault',
  kind: 'browser',
  tiers: ['ci', 'full'],
  async run(run) {
    const canaries = createCanaries()
    const traces = await leaveTraces(run, canaries)
    judge(run, traces, canaries)
    const logged = tryLog(run, canaries, createLog)
    const copied = await tryClipboard(run, createClipboardKeeper)
    run.note(`${String(canaries.words().length)} marks, ${String(traces.titles.size)} titles`)
    return canaries.words().length + logged + copied
  },
  control: {
    what: 'A log that keeps what it is given, a title with a name, and a clipboard that nobody watches.',
    sabotage: async (run) => {
      const canaries = createCanaries()
      const folder = join(run.folder, 'logs')
      createRingFile(folder)(JSON.stringify({ code: canaries.mark('Marisol Castellane') }))
      const clipboard = canaries.mark('12 Mill Lane')
      const titles = new Set([canaries.mark('Castellane and Veshti')])
      judge(run, { titles, dialogs: [], notifications: 0, folders: [folder], clipboard }, canaries)
      tryLog(run, canaries, (sink) => ({ info: sink, warn: sink, error: sink }))
    },
  },
}

async function leaveTraces(run: ProofRun, canaries: Canaries): Promise<Traces> {
  const [profileDir, exportsDir] = [join(run.folder, 'profile'), join(run.folder, 'exports')]
  const clipboard = memoryClipboard()
  const view = { timezoneId: storyZone, reducedMotion: 'reduce' } as const
  const host = await startChromiumHost({
    profileDir,
    exportsDir,
    headless: true,
    clock: storyClock,
    clipboard,
    view,
  })
  const { page } = host
  const titles = new Set<string>()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => dialogs.push(dialog.message()))
  page.on(
    'framenavigated',
    () =>
      void page.title().then(
        (title) => titles.add(title),
        () => undefined,
      ),
  )
  await countNotifications(page)
  await walkMainJob({ page, say: canaries.mark, see: async () => void titles.add(await page.title()) })
  await failInManyWays(page, canaries)
  const notifications = await page.evaluate(() => Number(Reflect.get(globalThis, 'notificationsShown') ?? 0))
  await copyAndLock(run, page, canaries, clipboard)
  titles.add(await page.title())
  await wrongPassphrase(page, canaries)
  titles.add(await page.title())
  await host.close()
  const outside = join(run.folder, 'outside')
  mkdirSync(outside)
  const attempts = readdirSync(profileDir).filter(
    (name) => name.startsWith('attempts') || name.endsWith('.lock'),
  )
  for (const name of attempts) writeFileSync(join(outside, name), readFileSync(join(profileDir, name)))
  return {
    titles,
    dialogs,
    notifications,
    folders: [join(profileDir, 'logs'), outside],
    clipboard: clipboard.text,
  }
}

async function countNotifications(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'notificationsShown', 0)
    const count = () => Reflect.set(globalThis, 'notificationsShown', 1)
    Reflect.set(
      globalThis,
      'Notification',
      class {
        constructor() {
          count()
        }
      },
    )
  })
}

// Errors with words in them: of the page, of a promise, of calls with more than the contract takes.
async function failInManyWays(page: Page, canaries: Canaries): Promise<void> {
  const words = ['a thrown word', 'a rejected word', 'a fact for the log', 'a name of a file'].map(
    canaries.mark,
  )
  await page.evaluate(async ([thrown, rejected, fact, file]) => {
    setTimeout(() => {
      throw new Error(thrown)
    })
    void Promise.reject(new Error(rejected))
    const call = (method: string, request: unknown) => window.evenhand?.call(method, request)
    await call('log.write', { level: 'error', code: fact })
    await call('log.write', { level: 'error', code: 'ok', facts: { note: fact } })
    await call('log.write', { level: 'error', code: 'ok', facts: { [fact ?? '']: 1 } })
    await call(fact ?? '', { fact })
    await call('documents.export', { format: 'docx', model: { title: fact }, suggestedName: file })
  }, words)
}

async function copyAndLock(
  run: ProofRun,
  page: Page,
  canaries: Canaries,
  clipboard: { readonly text: string },
): Promise<void> {
  const text = canaries.mark('14 Fennel Row')
  await page.evaluate((copied) => window.evenhand?.call('clipboard.copy', { text: copied }), text)
  if (clipboard.text !== text) run.fail('the text was not copied, so that its end shows nothing')
  await page.keyboard.press('Control+l')
  await unlockPage(page).heading.waitFor()
}

async function wrongPassphrase(page: Page, canaries: Canaries): Promise<void> {
  await unlockPage(page).field.fill(canaries.mark('nearly the right passphrase'))
  await unlockPage(page).open.click()
  await unlockPage(page).problem.waitFor({ timeout: 60_000 })
}

function judge(run: ProofRun, traces: Traces, canaries: Canaries): void {
  const words = canaries.words()
  for (const title of traces.titles) {
    if (title !== 'Evenhand') run.fail(`a title says “${title}”`)
  }
  for (const words of traces.dialogs) if (words !== '') run.fail(`a dialog says “${words}”`)
  if (traces.notifications > 0) run.fail('a notification was shown')
  if (words.some((word) => traces.clipboard.includes(word))) run.fail('the clipboard still holds our text')
  for (const folder of traces.folders) {
    for (const { word, path } of findWords(folder, words))
      run.fail(`${word} stands in ${path.slice(run.folder.length)}`)
  }
}

/** Hands words of every kind to a log, as code, as fact and as name of a fact; none may reach its lines. */
function tryLog(run: ProofRun, canaries: Canaries, make: typeof createLog): number {
  const lines: string[] = []
  const log = make(
    (line) => lines.push(JSON.stringify(line)),
    () => '2026-03-02T09:00:00.000Z',
  )
  const texts = [
    'Marisol Castellane',
    '12 Mill Lane',
    '/home/rowan/Decision 1.docx',
    'a note of some length',
  ].map(canaries.mark)
  const count = 1_000
  for (let each = 0; each < count; each += 1) {
    const text = texts[each % texts.length] ?? ''
    log.info(text)
    log.warn('kept', { fact: text, count: each })
    log.error('kept', { [text]: true })
  }
  for (const word of canaries.words())
    if (lines.some((line) => line.includes(word))) run.fail(`the log took ${word}`)
  return count * 3
}

/** Copies many texts, lets time pass, and looks when each is gone; what somebody else copied must stay. */
async function tryClipboard(run: ProofRun, make: typeof createClipboardKeeper): Promise<number> {
  mock.timers.enable({ apis: ['setTimeout'] })
  const count = 200
  try {
    for (let each = 0; each < count; each += 1) {
      const clipboard = memoryClipboard()
      const keeper = make(
        clipboard,
        createLog(
          () => undefined,
          () => '',
        ),
      )
      await keeper.copy(`text ${String(each)}`)
      const isTheirs = run.random() < 0.3
      if (isTheirs) clipboard.text = 'theirs'
      mock.timers.tick(29_999)
      await new Promise((resolve) => setImmediate(resolve))
      if (clipboard.text === '') run.fail('cleared too early')
      mock.timers.tick(2)
      await new Promise((resolve) => setImmediate(resolve))
      if (clipboard.text !== (isTheirs ? 'theirs' : ''))
        run.fail(`after 30 s the clipboard holds “${clipboard.text}”`)
    }
  } finally {
    mock.timers.reset()
  }
  return count
}
