import type { Page } from 'playwright-core'
import { go, openCaseId } from './go.ts'

/** The list of cases and the form that enters a family. */
export function casesPage(page: Page) {
  return {
    search: page.getByRole('searchbox', { name: 'Search by name or court file' }),
    rows: page.getByRole('table').getByRole('row'),
    parent: (letter: string) => page.getByLabel(`Full name of Parent ${letter}`),
    child: (number: number) => page.getByLabel(`Name of child ${number}`),
    year: (number: number) => page.getByLabel(`Year of birth of child ${number}`),
    place: page.getByLabel('Where the order or agreement comes from'),
    save: page.getByRole('button', { name: 'Enter this family' }),
  }
}

/** Enters a family and answers with the id of its case; its overview is open then. */
export async function enterFamily(
  page: Page,
  names: readonly [string, string],
  place = 'ca-bc',
): Promise<string> {
  await go(page, '#/cases/new', 'Enter a family')
  const form = casesPage(page)
  await form.parent('A').fill(names[0])
  await form.parent('B').fill(names[1])
  await form.place.selectOption(place)
  await form.save.click()
  await page.getByRole('heading', { name: 'Before the work begins' }).waitFor()
  return openCaseId(page)
}

/** The overview of a case. */
export function overviewPage(page: Page) {
  return {
    step: (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) }),
    note: page.getByLabel('Private note on this case'),
    showNote: page.getByRole('button', { name: 'Show the private note' }),
    glance: page.getByRole('region', { name: 'At a glance' }),
    card: (letter: string) => page.getByRole('article', { name: `Parent ${letter}` }),
  }
}

/** Records the conflict check and screens both parents, on the overview. */
export async function takeIn(page: Page, names: readonly [string, string]): Promise<void> {
  const overview = overviewPage(page)
  await page.getByRole('button', { name: 'Record the check' }).click()
  await page.getByRole('button', { name: 'Record the conflict check' }).click()
  await overview.step('Conflict check').getByText('Clear,').waitFor()
  for (const name of names) {
    const step = overview.step(`Screening of ${name}`)
    await step.getByRole('button', { name: 'Record the screening' }).click()
    await step.getByRole('radio', { name: 'Suitable', exact: true }).check()
    await step.getByRole('button', { name: 'Record this screening' }).click()
    await step.getByText('Suitable,').waitFor()
  }
}
