import type { Page } from 'playwright-core'
import { join } from 'node:path'

const fixtures = join(import.meta.dirname, '../../fixtures/plans')

/** The plan of a case, as the person sees it. */
export function planPage(page: Page) {
  return {
    choose: page.getByRole('button', { name: /^Choose (?:a Word|another) file$/u }).first(),
    keep: page.getByRole('button', { name: 'Keep this plan' }),
    undo: page.getByRole('button', { name: 'Undo' }),
    search: page.getByRole('searchbox', { name: 'Search the clauses' }),
    count: (words: string) => page.getByText(words, { exact: true }),
    change: (citation: string) =>
      page.getByRole('button', { name: `Change clause ${citation}`, exact: true }),
    editor: (citation: string) => page.getByRole('group', { name: `Change clause ${citation}` }),
    clause: (citation: string) =>
      page
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: `Clause ${citation}`, exact: true }) }),
  }
}

/** Chooses a file of the fixtures, or one made of a name and bytes. */
export async function choosePlan(page: Page, file: string | { name: string; bytes: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await planPage(page).choose.click()
  const chosen =
    typeof file === 'string'
      ? join(fixtures, file)
      : { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes }
  await (await chooser).setFiles(chosen)
}
