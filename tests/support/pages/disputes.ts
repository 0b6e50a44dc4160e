import type { Page } from 'playwright-core'

/** A dispute, as the person sees it. */
export function disputePage(page: Page) {
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    heading: page.getByRole('heading', { level: 1 }),
    question: page.getByRole('textbox', { name: 'Question' }),
    cite: page.getByRole('button', { name: 'Cite a clause' }),
    find: page.getByLabel('Find a clause by number or words'),
    option: (name: RegExp) => page.getByRole('option', { name }),
    silent: page.getByRole('checkbox', { name: 'The plan is silent on this' }),
    silentReason: page.getByRole('textbox', { name: 'Why the plan is silent' }),
    giveNotice: page.getByRole('button', { name: 'Give notice' }),
    dialog: page.getByRole('dialog'),
    column,
    position: (name: string) => column(name).getByRole('textbox', { name: /^Position of/ }),
    received: (name: string) => column(name).getByRole('textbox', { name: 'Received on' }),
    complete: (name: string) => column(name).getByRole('checkbox', { name: 'Has nothing to add' }),
    attempts: page.getByRole('textbox', { name: 'What was tried' }),
    outcome: (name: string) => page.getByRole('radio', { name, exact: true }),
    recordOutcome: page.getByRole('button', { name: 'Record the outcome' }),
    point: (number: number) => page.getByRole('textbox', { name: `Point ${String(number)}`, exact: true }),
    next: page.getByRole('region', { name: 'What comes next' }),
    draft: page.getByRole('button', { name: 'Draft a decision' }),
  }
}
