import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { storyClock, storyZone, walkMainJob } from '../support/journey/main-job.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } })
const out = resolve(values.out)
const pictures = join(out, 'pictures')
const documents = join(out, 'documents')
const profile = mkdtempSync(join(tmpdir(), 'evenhand-demo-'))

mkdirSync(pictures, { recursive: true })
mkdirSync(documents, { recursive: true })
const host = await startChromiumHost({
  profileDir: profile,
  exportsDir: documents,
  headless: true,
  clock: storyClock,
  view: { timezoneId: storyZone, reducedMotion: 'reduce', locale: 'en-GB' },
})
try {
  const steps = await takeSteps(host)
  const { refusedRequests } = host
  if (refusedRequests.length > 0)
    throw new Error(`The page asked for ${refusedRequests.map(({ url }) => url).join(', ')}`)
  writeFileSync(join(out, 'demo.json'), `${JSON.stringify({ steps, files: listFiles(out) }, null, 2)}\n`)
  console.log(`\n${String(steps.length)} steps, no request left the browser. Everything lies in ${out}`)
} catch (error) {
  await host.page.screenshot({ path: join(pictures, 'broken-off.png') }).catch(() => undefined)
  throw error
} finally {
  await host.close()
  rmSync(profile, { recursive: true, force: true })
}

async function takeSteps({ page }: ChromiumHost): Promise<readonly { readonly title: string }[]> {
  const steps: { readonly title: string }[] = []
  const see = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settle(page, colorScheme)
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await walkMainJob({ page, say: (text) => text, see }, (title) => {
    steps.push({ title })
    console.log(`${String(steps.length).padStart(2)}. ${title}`)
  })
  return steps
}

/** Waits until the page has taken on a theme and every change of colour has come to its end. */
async function settle(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.waitForFunction(
    (scheme) => document.documentElement.getAttribute('data-mantine-color-scheme') === scheme,
    colorScheme,
  )
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** Every file that the demo left, by its path from the folder. */
function listFiles(folder: string): readonly { path: string; bytes: number; sha256: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('demo.json'))
    .toSorted()
    .map((path) => {
      const content = readFileSync(path)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { path: relative(folder, path).replaceAll('\\', '/'), bytes: content.length, sha256 }
    })
}
