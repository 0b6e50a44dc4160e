import type { Page } from 'playwright-core'

/** A person walking through the program: the page, the words they type, and what to do at each place worth a look. */
export interface Walk {
  readonly page: Page
  /** Gives the words to type for a field; a test may mark them to find them again. */
  readonly say: (text: string) => string
  /** Called where a screen is complete enough to be looked at. */
  readonly see: (name: string) => Promise<void>
}

/** Types into a field by its label, and leaves it. */
export async function fill(walk: Walk, label: string | RegExp, text: string): Promise<void> {
  const field = walk.page.getByRole('textbox', { name: label, exact: true }).first()
  await field.fill(text)
  await field.blur()
}

export async function press(walk: Walk, name: string | RegExp): Promise<void> {
  await walk.page.getByRole('button', { name }).first().click()
}

/** Waits until everything typed is on the disk. */
export async function untilSaved({ page }: Walk): Promise<void> {
  await page.waitForFunction(() => {
    const text = document.querySelector('[data-testid=save-status]')?.textContent ?? ''
    return /^(Saved|Everything is saved) on this computer|^Everything is saved/u.test(text)
  })
}

/** Goes to a section of the open case by the rail. */
export async function goTo({ page }: Walk, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
