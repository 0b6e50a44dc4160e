import type { Page } from 'playwright-core'

/** Opens an address of the program and waits for its heading. */
export async function go(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** The id of the case that is open. */
export function openCaseId(page: Page): string {
  return /#\/cases\/([^/]+)/u.exec(page.url())?.[1] ?? ''
}
