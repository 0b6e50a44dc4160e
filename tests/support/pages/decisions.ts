import type { Page } from 'playwright-core'

/** The decision builder, as the person sees it. */
export function builderPage(page: Page) {
  const gate = page.getByRole('region', { name: 'The gate' }).first()
  return {
    heading: page.getByRole('heading', { level: 1 }),
    gate,
    missing: gate.locator('li[data-state=missing]'),
    item: (code: string) => gate.locator(`li[data-code^="${code}"][data-state=missing]`),
    mend: (code: string) => gate.locator(`li[data-code="${code}"]`).getByRole('link'),
    paper: page.locator('.paper'),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    addTerm: page.getByRole('button', { name: 'Add a term' }),
    term: (number: number) => page.getByRole('textbox', { name: `Term ${String(number)}`, exact: true }),
    question: (number: number) =>
      page.getByRole('group', { name: `A question about term ${String(number)}` }).first(),
    menu: (name: string) => page.getByRole('menuitem', { name }),
    issue: page.getByRole('button', { name: /^Issue the/ }),
    dialog: page.getByRole('dialog'),
  }
}
