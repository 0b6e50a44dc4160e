import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost, ViewOptions } from '#electron/hosts/chromium/start-chromium-host.ts'

export interface App {
  readonly page: Page
  readonly host: ChromiumHost
  /** What the browser complained about: errors of the page and breaches of its policy. */
  readonly complaints: readonly string[]
  /** Closes the browser and takes its profile away. */
  readonly close: () => Promise<void>
}

/** Opens the built program in a fresh profile, without a window; `clock` is the instant at which its clocks start. */
export async function openApp(view: ViewOptions = {}, clock?: string): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-e2e-'))
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    ...(clock === undefined ? {} : { clock }),
    view: { reducedMotion: 'reduce', ...view },
  })
  const complaints: string[] = []
  host.page.on('pageerror', (error) => complaints.push(error.message))
  host.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const close = async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { page: host.page, host, complaints, close }
}

/** Lists what axe finds wrong on the page as it stands: the rule and where. */
export async function findAccessFaults(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // The other mode opens a second page, which the host closes at once.
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze()
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** The width by which the page would have to be scrolled sideways; zero where nothing is cut off. */
export async function overflowWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
