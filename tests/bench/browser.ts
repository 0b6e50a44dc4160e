import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { commonHeaders, keyWorkerPolicy } from '#electron/services/renderer-files/policy.ts'
import type { Measurement } from '#renderer/harness/bench/measure.ts'
import type { SubjectName } from '#renderer/harness/bench/subject.ts'
import { heapOf } from './heap.ts'
import { restingSizes } from './disk.ts'

interface BenchWindow {
  readonly harness: {
    bench(): Promise<{
      measureSubject(name: SubjectName, records: number, seed: number): Promise<readonly Measurement[]>
      measureKdf(): Promise<Measurement>
      calibrateHere(): Promise<CalibratedKdf>
    }>
  }
}

/** The settings that a new vault takes on this computer, and how long one derivation takes with them. */
export interface CalibratedKdf {
  readonly memoryKiB: number
  readonly passes: number
  readonly tookMs: number
}

const root = join(import.meta.dirname, '../..')

/** One subject in a fresh browser with a fresh profile: nothing of an earlier one is on disk or in memory. */
export function measureInBrowser(
  subject: SubjectName,
  records: number,
  seed: number,
): Promise<readonly Measurement[]> {
  return withPage((page) =>
    page.evaluate(
      async ([name, count, start]) => {
        // Put there by the harness page.
        const { harness } = globalThis as unknown as BenchWindow
        return (await harness.bench()).measureSubject(name, count, start)
      },
      [subject, records, seed] as const,
    ),
  )
}

/** One derivation as the product does it. */
export function measureKdfInBrowser(): Promise<Measurement> {
  return withPage((page) =>
    page.evaluate(async () => {
      // Put there by the harness page.
      const { harness } = globalThis as unknown as BenchWindow
      return (await harness.bench()).measureKdf()
    }),
  )
}

/** Calibrates as the making of a vault does. */
export function calibrateInBrowser(): Promise<CalibratedKdf> {
  return withPage((page) =>
    page.evaluate(async () => {
      // Put there by the harness page.
      const { harness } = globalThis as unknown as BenchWindow
      return (await harness.bench()).calibrateHere()
    }),
  )
}

async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'))
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'documents'),
    headless: true,
    harness: true,
  })
  try {
    await connect(host, join(folder, 'profile'))
    await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    return await work(host.page)
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function connect({ context, page }: ChromiumHost, profile: string): Promise<void> {
  await context.exposeBinding('benchProbe', (_source, what: 'disk' | 'heap') =>
    what === 'disk' ? restingSizes(profile) : heapOf(page),
  )
  // The compared SQLite is WebAssembly; its worker gets the policy that the product gives to the key derivation alone.
  await context.route('**/assets/sqlite-worker-*.js', (route) =>
    route.fulfill({
      headers: {
        ...commonHeaders,
        'Content-Type': 'text/javascript; charset=utf-8',
        'Content-Security-Policy': keyWorkerPolicy,
      },
      body: readFileSync(join(root, 'out/harness', new URL(route.request().url()).pathname)),
    }),
  )
}
