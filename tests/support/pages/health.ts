import type { Page } from 'playwright-core'

/** The health of the vault, as the person sees it. */
export function healthPage(page: Page) {
  return {
    checkNow: page.getByRole('button', { name: 'Check everything now' }),
    well: page.getByText('Everything is well'),
    filesRead: page.getByText(/read to its last byte|read to their last byte/u),
    bad: page.getByRole('list', { name: 'Files that are not as they were added' }),
    take: (name: string) => page.getByRole('button', { name: `Look in the backups for ${name}` }),
    whole: (name: string) => page.getByRole('status').filter({ hasText: `“${name}” is whole again.` }),
  }
}
