import type { Page } from 'playwright-core'

/** What surrounds every page inside the vault. */
export function shell(page: Page) {
  return {
    places: page.getByRole('navigation', { name: 'Places' }),
    place: (name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }),
    lock: page.getByRole('button', { name: 'Lock', exact: true }),
    palette: page.getByRole('dialog', { name: 'Go to a place or do something' }),
    paletteField: page.getByRole('textbox', { name: 'Type the name of a family, a place or an action' }),
    shortcutList: page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
    saveStatus: page.getByTestId('save-status'),
    saved: page.getByTestId('save-status').getByText(/^Saved on this computer \d\d:\d\d$/),
    heading: page.getByRole('heading', { level: 1 }),
  }
}
