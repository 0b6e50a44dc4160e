import type { Page } from 'playwright-core'

/** Today, as the person sees it. */
export function todayPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Today' }),
    enter: page.getByRole('link', { name: 'Enter a family' }),
    explore: page.getByRole('button', { name: 'Explore the sample practice' }),
    sample: page.getByRole('complementary', { name: 'You are looking at the sample practice' }),
    removeSample: page.getByRole('button', { name: 'Remove the sample practice' }),
    lines: (group: string) => page.getByRole('list', { name: group }).getByRole('listitem'),
  }
}
