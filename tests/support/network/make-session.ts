import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { browserPath } from '#electron/hosts/chromium/browser-options.ts'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { hostileStrings } from '../documents/hostile-strings.ts'
import { storyClock, storyZone, walkMainJob } from '../journey/main-job.ts'
import { listenForLeaks } from './canaries.ts'
import { leakTries } from './leak-tries.ts'

/** What a session told about itself. */
export interface SessionReport {
  readonly heard: readonly string[]
  readonly tries: number
  readonly rounds: number
  readonly seconds: number
  /** Addresses outside the build that the page itself asked for while a person worked. */
  readonly asked: readonly string[]
  /** Packets on every network of this computer meanwhile; only in a network of its own they are all ours. */
  readonly packets: number
}

// A program of its own, so that every process it starts can be watched from outside:
// make-session.ts <report> <folder> <seconds> <guarded|open>
const [, , report = '', parent = '', seconds = '0', door = 'guarded'] = process.argv
const folder = mkdtempSync(join(parent, 'session-'))
const canaries = await listenForLeaks()
const packetsBefore = countPackets()
const started = performance.now()
const passed = () => (performance.now() - started) / 1000
try {
  const { tries, rounds, asked } = door === 'open' ? await openSession() : await guardedSession()
  const packets = countPackets() - packetsBefore
  const found: SessionReport = {
    heard: canaries.heard,
    tries,
    rounds,
    asked,
    packets,
    seconds: Math.round(passed()),
  }
  writeFileSync(report, JSON.stringify(found))
} finally {
  canaries.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(0)

type Told = Pick<SessionReport, 'tries' | 'rounds' | 'asked'>

/** The whole main job with hostile words in every field, then every leak there is, again and again until the time is over. */
async function guardedSession(): Promise<Told> {
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    clock: storyClock,
    view: { timezoneId: storyZone, reducedMotion: 'reduce' },
  })
  let word = 0
  const words = hostileStrings.filter(
    (text) => text.trim() !== '' && text.length < 200 && !/[\n\r\0]/.test(text),
  )
  // Names stay as they are: by them the walk finds its way.
  const say = (text: string) =>
    text.length < 36 ? text : `${text} ${words[(word += 1) % words.length] ?? ''}`.trim()
  await walkMainJob({ page: host.page, say, see: async () => undefined })
  const asked = host.refusedRequests.map(({ url }) => url)
  let [tries, rounds] = [0, 0]
  do {
    for (const code of leakTries) await tryLeak(host.page, code)
    tries += leakTries.length
    rounds += 1
  } while (passed() < Number(seconds))
  await host.close()
  return { tries, rounds, asked }
}

/** The same leaks from a page that nothing holds back, to show that they would be seen. */
async function openSession(): Promise<Told> {
  const path = browserPath()
  const browser = await chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    headless: true,
  })
  const page = await browser.newPage()
  for (const code of leakTries.filter((text) => !/location|submit|window\.open/.test(text)))
    await tryLeak(page, code)
  await browser.close()
  return { tries: leakTries.length, rounds: 1, asked: [] }
}

// The second column of figures after the name counts received packets; the loopback's are all that was sent there.
function countPackets(): number {
  if (!existsSync('/proc/net/dev')) return 0
  const lines = readFileSync('/proc/net/dev', 'utf8').split('\n').slice(2)
  const counts = lines.map((line) => line.split(':')[1]?.trim().split(/\s+/) ?? [])
  return counts.reduce((sum, columns) => sum + Number(columns[1] ?? 0) + Number(columns[9] ?? 0), 0)
}

// In a timer, as a page would run it; led away, the page comes back before the next one.
async function tryLeak(page: Page, code: string): Promise<void> {
  const script = `new Promise((done) => setTimeout(async () => { try { ${code} } catch {} setTimeout(done, 120) }))`
  await page.evaluate(script).catch(() => undefined)
  await page.waitForLoadState('load').catch(() => undefined)
}
