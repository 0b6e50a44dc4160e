import type { Page } from 'playwright-core'

/** A document on its way out, as the person sees it. */
export function sendPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    recipient: page.getByRole('combobox', { name: 'For whom' }),
    option: (name: string) => page.getByRole('option', { name, exact: true }),
    paper: page.locator('.paper'),
    heldBack: page.getByRole('region', { name: 'Held back' }),
    check: page.getByRole('region', { name: 'Leak check' }),
    reason: page.getByRole('textbox', { name: 'Why it may leave all the same' }),
    looked: page.getByRole('checkbox', { name: 'I have looked at each place' }),
    word: page.getByRole('button', { name: 'Save as Word' }),
    pdf: page.getByRole('button', { name: 'Save as PDF' }),
    print: page.getByRole('button', { name: 'Print', exact: true }),
    saved: page.getByText(/^Saved as /),
  }
}
