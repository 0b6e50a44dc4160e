import type { Page } from 'playwright-core'

/** The session room, as the person sees it. */
export function sessionRoom(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    composer: page.getByRole('textbox', { name: 'New entry' }),
    addendum: page.getByRole('textbox', { name: 'Addendum' }),
    choices: page.getByRole('listbox'),
    option: (name: string) => page.getByRole('option', { name, exact: true }),
    speaker: (name: string) => page.getByRole('group', { name: 'Who' }).last().getByRole('button', { name }),
    kind: page.getByLabel('Kind').last(),
    tier: page.getByLabel('Who may see it').last(),
    entries: page.getByRole('list', { name: 'Entries' }).locator(':scope > li'),
    entry: (text: string) =>
      page.getByRole('list', { name: 'Entries' }).locator(':scope > li').filter({ hasText: text }),
    saveState: page.getByTestId('entry-save-state').last(),
    saved: page.getByTestId('entry-save-state').last().getByText('Saved', { exact: true }),
    next: page.getByRole('button', { name: 'Next entry' }),
    sign: page.getByRole('button', { name: 'Sign and lock' }),
    dialog: page.getByRole('dialog'),
  }
}
