import type { Page } from 'playwright-core'
import { go } from './go.ts'

/** The authority of a case, as the person sees it. */
export function authorityPage(page: Page) {
  return {
    title: page.getByLabel('Title, as the paper has it'),
    madeOn: page.getByLabel('Date made'),
    record: page.getByRole('button', { name: 'Record it' }),
    inForce: page.getByTestId('in-force'),
    signedBy: (name: string) => page.getByLabel(`${name} signed on`),
    termEnd: page.getByLabel('Last day'),
    issue: (code: string) => page.getByRole('checkbox', { name: new RegExp(`^${code}`, 'u') }),
    ticked: page.getByText(/of 24 ticked$/u),
    lift: (code: string) => page.getByRole('button', { name: new RegExp(`^Lift ${code}`, 'u') }),
    blockAgain: (code: string) =>
      page.getByRole('button', { name: new RegExp(`^Block again: ${code}`, 'u') }),
    splitEqually: page.getByRole('button', { name: 'Split equally' }),
    share: (name: string) => page.getByLabel(`Share of ${name}, in per cent`),
  }
}

/** Records a signed agreement with its first four facts; its page is open then. */
export async function recordAgreement(page: Page, caseId: string, madeOn = '12 Jan 2026'): Promise<void> {
  await go(page, `#/cases/${caseId}/authority`, 'Authority')
  const form = authorityPage(page)
  await form.title.fill('Parenting coordination agreement')
  await form.madeOn.fill(madeOn)
  await form.record.click()
  await form.inForce.waitFor()
}
