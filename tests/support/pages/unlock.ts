import type { Page } from 'playwright-core'

/** The locked screen, as the person sees it. */
export function unlockPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Evenhand is locked' }),
    field: page.getByRole('textbox', { name: 'Passphrase' }),
    open: page.getByRole('button', { name: 'Unlock' }),
    useKit: page.getByRole('button', { name: 'Use the recovery kit' }),
    keyField: page.getByLabel('Recovery key'),
    problem: page.getByRole('alert'),
    newHeading: page.getByRole('heading', { level: 1, name: 'Choose a new passphrase' }),
    again: page.getByLabel('The new passphrase, once more'),
    usePassphrase: page.getByRole('button', { name: 'Use this passphrase' }),
  }
}

/** Opens the locked vault with its passphrase. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  const door = unlockPage(page)
  await door.field.fill(passphrase)
  await door.open.click()
  await page.getByRole('navigation', { name: 'Places' }).waitFor({ timeout: 30_000 })
}
