import { join } from 'node:path'
import type { JSHandle } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as integrityPart from '#renderer/harness/integrity/index.ts'

export interface IntegrityPlace {
  readonly folder: string
  readonly browser: string | undefined
}

export type Part = JSHandle<typeof integrityPart>

/** The part of the harness page that is tried, once the page is ready. */
export async function integrityPartOf({ page }: ChromiumHost): Promise<Part> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  return page.evaluateHandle(() =>
    // Put there by the harness page.
    (
      globalThis as unknown as { readonly harness: { integrity(): Promise<typeof integrityPart> } }
    ).harness.integrity(),
  )
}

/** Starts the program on a folder, works with the page of the harness, and closes it. */
export async function withIntegrityPage<T>(
  { folder, browser }: IntegrityPlace,
  work: (part: Part, host: ChromiumHost) => Promise<T>,
): Promise<T> {
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    harness: true,
    ...(browser === undefined ? {} : { executablePath: browser }),
  })
  try {
    const part = await integrityPartOf(host)
    return await work(part, host)
  } finally {
    await host.close()
  }
}
