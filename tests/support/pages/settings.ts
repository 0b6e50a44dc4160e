import type { Page } from 'playwright-core'
import { shell } from './shell.ts'

/** The settings, as the person sees them. */
export function settingsPage(page: Page) {
  return {
    open: async () => {
      await shell(page).place('Settings').click()
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    },
    name: page.getByLabel('Your name'),
    contact: page.getByLabel('Address and contact'),
    place: page.getByLabel('Place of signing'),
    zone: page.getByRole('combobox', { name: 'Time zone' }),
    theme: (name: string) => page.getByRole('radio', { name, exact: true }),
    parties: page.getByRole('radio', { name: 'Party, parties' }),
    singleKeys: page.getByRole('checkbox', { name: 'Single keys lead to places' }),
    lockAfter: page.getByLabel('Lock after minutes without a touch'),
    change: page.getByRole('button', { name: 'Change the passphrase' }),
    current: page.getByLabel('Current passphrase'),
    again: page.getByLabel('The new passphrase, once more'),
    save: page.getByRole('button', { name: 'Use the new passphrase' }),
  }
}
