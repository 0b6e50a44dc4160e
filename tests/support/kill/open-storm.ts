import type { JSHandle } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as stormPart from '#renderer/harness/storm/index.ts'

/** Where a program that is killed or searched keeps its vault, and the browser that it opens. */
export interface StormPlace {
  readonly profileDir: string
  readonly exportsDir: string
  readonly executablePath: string | undefined
}

/** Opens the harness page in a host of this process. */
export async function openHarness({
  profileDir,
  exportsDir,
  executablePath,
}: StormPlace): Promise<ChromiumHost> {
  const host = await startChromiumHost({
    profileDir,
    exportsDir,
    headless: true,
    harness: true,
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  return host
}

/** What the page can do to the vault by itself. */
export function stormIn({ page }: ChromiumHost): Promise<JSHandle<typeof stormPart>> {
  return page.evaluateHandle(() =>
    // Put there by the harness page.
    (globalThis as unknown as { readonly harness: { storm(): Promise<typeof stormPart> } }).harness.storm(),
  )
}
