import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startChromiumHost, type ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { WholeRecord } from '#tests/support/memory-vault.ts'
import type { Driver, ExportedFile, Outcome } from './driver.ts'
import { countWordPages } from './count-word-pages.ts'
import { findInFolder } from './find-in-folder.ts'
import { readPdfFile } from './read-pdf-file.ts'
import { readWordFile } from './read-word-file.ts'

const passphrase = 'the passphrase of the scenario'

export interface BrowserDriverOptions {
  readonly zone: string
  readonly profileDir: string
  readonly exportsDir: string
}

type HarnessCall =
  'setSurroundings' | 'open' | 'run' | 'dump' | 'lock' | 'readPlan' | 'exportDocument' | 'addSample'

/** The real thing: the built page, its data layer and a sealed vault in a headless browser, over the host contract. */
export async function createBrowserDriver(options: BrowserDriverOptions): Promise<Driver> {
  let host = await startHost(options)
  let surroundings: { readonly now: string; readonly zone: string } = {
    now: '2026-11-21T12:00:00Z',
    zone: options.zone,
  }

  const call = async (name: HarnessCall, ...given: readonly unknown[]): Promise<unknown> => {
    await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    return host.page.evaluate(callHarness, { name, given: JSON.parse(JSON.stringify(given)) as unknown[] })
  }
  // The page's functions answer with these; see renderer/harness/scenario.
  const ask = async (name: HarnessCall, ...given: readonly unknown[]) =>
    (await call(name, ...given)) as Outcome
  const unlock = async (given = passphrase): Promise<Outcome> => {
    await call('setSurroundings', surroundings)
    return ask('open', given)
  }
  await expectOk(unlock())

  return {
    setNow: async (now) => {
      surroundings = { ...surroundings, now }
      await call('setSurroundings', surroundings)
    },
    execute: (command, input) => ask('run', command, input),
    records: async () => (await call('dump')) as readonly WholeRecord[],
    lock: async () => {
      await lockPage(host)
      return ok({})
    },
    unlock,
    reopen: async () => {
      await killBrowser(host)
      host = await startHost(options)
      return unlock()
    },
    readPlan: (bytes, name) => ask('readPlan', Buffer.from(bytes).toString('base64'), name),
    exportDocument: async (request, format, justification) =>
      (await ask('exportDocument', { request, format, justification })) as Awaited<
        ReturnType<Driver['exportDocument']>
      >,
    readExport: (fileName, withPages) => readExport(join(options.exportsDir, fileName), withPages),
    addSample: () => ask('addSample'),
    findInProfile: (words) => findInFolder(options.profileDir, words),
    close: async () => {
      await host.close()
      if (host.refusedRequests.length > 0)
        throw new Error(`the page asked for ${JSON.stringify(host.refusedRequests)}`)
    },
  }
}

function startHost({ profileDir, exportsDir }: BrowserDriverOptions): Promise<ChromiumHost> {
  return startChromiumHost({ profileDir, exportsDir, headless: true, harness: true })
}

interface HarnessPage {
  readonly harness: { scenario(): Promise<Record<string, (...given: unknown[]) => unknown>> }
}

/** Runs in the page. */
async function callHarness({ name, given }: { name: string; given: unknown[] }): Promise<unknown> {
  const { harness } = globalThis as unknown as HarnessPage // Put there by renderer/harness/main.ts.
  const parts = await harness.scenario()
  const answer = await parts[name]?.(...given)
  return answer === undefined ? null : JSON.parse(JSON.stringify(answer))
}

/** The page is gone before it can answer; the next one says when it is ready. */
async function lockPage(host: ChromiumHost): Promise<void> {
  const renewed = host.page.waitForEvent('load', {
    predicate: (page) => page.url().startsWith('https://vault.'),
    timeout: 20_000,
  })
  await host.page.evaluate(callHarness, { name: 'lock', given: [] }).catch(() => undefined)
  await renewed
}

/** Ends every process of the browser at once, as a crash or a power cut would. */
async function killBrowser(host: ChromiumHost): Promise<void> {
  const session = await host.context.newCDPSession(host.page)
  await Promise.race([session.send('Browser.crash').catch(() => undefined), host.closed])
  await host.closed
}

async function readExport(path: string, withPages: boolean): Promise<ExportedFile> {
  if (path.endsWith('.pdf')) return readPdfFile(path)
  const bytes = await readFile(path)
  const file = await readWordFile(path.split(/[\\/]/u).at(-1) ?? path, bytes)
  return withPages ? { ...file, pages: await countWordPages(path) } : file
}

async function expectOk(opening: Promise<Outcome>): Promise<void> {
  const opened = await opening
  if (!opened.ok) throw new Error(`the vault could not be made: ${JSON.stringify(err(opened.error))}`)
}
