import type { JSHandle, Page } from 'playwright-core'
import { join } from 'node:path'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as vaultPart from '#renderer/harness/vault/index.ts'

/** What the harness page offers of the data layer. */
export type HarnessVault = typeof vaultPart

/** Opens the harness page on a profile. */
export function openHarness(folder: string): Promise<ChromiumHost> {
  return startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    harness: true,
  })
}

/** The data layer of the page as it is now; after a lock there is a new page and a new one of these. */
export async function vaultOf(page: Page): Promise<JSHandle<HarnessVault>> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  return page.evaluateHandle(async () => {
    // Put there by the harness page.
    const { harness } = globalThis as unknown as { readonly harness: { vault(): Promise<HarnessVault> } }
    const vault = await harness.vault()
    await vault.session.start()
    return vault
  })
}

/** Locks, and waits for the page that the host opens in place of the old one. */
export async function lockVault(page: Page): Promise<void> {
  const vault = await vaultOf(page)
  await vault.evaluate(({ session }) => {
    document.documentElement.dataset['old'] = 'true'
    // The page ends before it could answer.
    void session.lock()
  })
  await page.waitForFunction(() => {
    const { ready, old } = document.documentElement.dataset
    return ready === 'true' && old === undefined
  })
}
