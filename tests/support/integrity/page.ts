import { join } from 'node:path'
import type { JSHandle } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as integrityPart from '#renderer/harness/integrity/index.ts'

export interface IntegrityPlace {
  readonly folder: string
  readonly browser: string | undefined
}

type Part = JSHandle<typeof integrityPart>

/** Starts the program on a folder, works with the page of the harness, and closes it. */
export async function withIntegrityPage<T>(
  { folder, browser }: IntegrityPlace,
  work: (part: Part) => Promise<T>,
): Promise<T> {
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    harness: true,
    ...(browser === undefined ? {} : { executablePath: browser }),
  })
  try {
    await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    const part = await host.page.evaluateHandle(() =>
      // Put there by the harness page.
      (
        globalThis as unknown as { readonly harness: { integrity(): Promise<typeof integrityPart> } }
      ).harness.integrity(),
    )
    return await work(part)
  } finally {
    await host.close()
  }
}
