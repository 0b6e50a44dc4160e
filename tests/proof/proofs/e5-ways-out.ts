import { setTimeout as after } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { BrowserContext, Page } from 'playwright-core'
import type { Proof, ProofRun } from '../proof.ts'
import { browserOptions, browserPath } from '#electron/hosts/chromium/browser-options.ts'
import { vaultOrigin } from '#electron/hosts/chromium/origin.ts'
import { withHost } from '#tests/security/browser/open-host.ts'
import { tryWayOut, waysOut } from '#tests/security/browser/ways-out.ts'
import { outsideUrls } from '#tests/security/program/attempts.ts'
import { facts } from '#tests/security/rows-proof.ts'
import { allChecks } from '#tests/security/all-checks.ts'

/** A window that is there longer than this stays. */
const patienceMs = 15_000

/** Every way out of the page, to addresses of every kind: nothing leaves, and no second window stays. */
export const proof: Proof = {
  id: 'E5',
  title: 'No address leads out of the program, however it is followed',
  kind: 'browser',
  tiers: ['ci', 'full'],
  async run(run) {
    const rows = allChecks.filter(({ proof: id }) => id === 'E5')
    const found = await facts()
    for (const row of rows) for (const problem of row.find(found)) run.fail(`${row.row}: ${problem}`)
    const count = run.scale({ sample: 20, ci: 200, full: 2_000 })
    await withHost(true, async ({ page, context, refusedRequests }) => {
      await follow(run, context, page, count)
      const left = refusedRequests.filter(
        ({ url }) => url.startsWith(vaultOrigin) && !url.endsWith('favicon.ico'),
      )
      for (const { url } of left) run.fail(`the page asked its own origin for ${url}`)
    })
    return count + rows.length
  },
  control: {
    what: 'The same ways out on a page that nobody guards.',
    sabotage: (run) => followUnguarded(run),
  },
}

async function follow(run: ProofRun, context: BrowserContext, page: Page, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    const way = waysOut[each % waysOut.length] ?? 'address'
    const url = outsideUrls[Math.trunc(run.random() * outsideUrls.length)] ?? ''
    await tryWayOut(page, way, url)
    await settle(page)
    if (!(await areClosed(context, page))) run.fail(`${way} of ${url} opened a window`)
    if (!(await isHome(page))) run.fail(`${way} of ${url} led to ${page.url()}`)
  }
}

/** Whether the page is on the vault, or comes back to it: a navigation begins some time after it was asked for. */
async function isHome(page: Page): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (!page.url().startsWith(`${vaultOrigin}/`)) {
    if (performance.now() > until) return false
    await after(20)
  }
  return true
}

// A page that was led away comes back by itself; the bridge is there once it has.
async function settle(page: Page): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const isBack = await page
      .evaluate(
        (origin) => location.origin === origin && 'evenhand' in window && document.readyState === 'complete',
        vaultOrigin,
      )
      .catch(() => false)
    if (isBack) return
    await page.waitForLoadState('load').catch(() => undefined)
  }
}

/** Whether no second window stays: one that opens is closed, which takes a busy computer a while. */
async function areClosed(context: BrowserContext, page: Page): Promise<boolean> {
  const until = performance.now() + patienceMs
  while (context.pages().some((other) => other !== page)) {
    if (performance.now() > until) return false
    await after(20)
  }
  return true
}

async function followUnguarded(run: ProofRun): Promise<void> {
  const browser = await chromium.launch({ ...browserOptions(browserPath()), headless: true })
  try {
    const context = await browser.newContext()
    await context.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
    )
    const page = await context.newPage()
    await page.goto(`${vaultOrigin}/`)
    await tryWayOut(page, 'address', 'https://example.com/x.png')
    await page.waitForURL('https://example.com/x.png', { timeout: 5_000 }).catch(() => undefined)
    if (!page.url().startsWith(`${vaultOrigin}/`)) run.fail(`address led to ${page.url()}`)
  } finally {
    await browser.close()
  }
}
