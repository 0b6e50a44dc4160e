import type { Page } from 'playwright-core'

export interface NewVault {
  readonly passphrase: string
  /** The groups of the recovery key, in the order of the paper. */
  readonly groups: readonly string[]
}

/** The first start, as the person sees it. */
export function welcomePage(page: Page) {
  const words = page.getByTestId('six-words').getByRole('listitem')
  const key = page.getByTestId('recovery-key').getByRole('listitem')
  return {
    start: () => page.getByRole('button', { name: 'Create your vault' }).click(),
    readWords: async () => {
      // The words come with a chunk of their own; until then their places are empty.
      await page.waitForFunction(() =>
        /[a-z]/.test(document.querySelector('[data-testid=six-words]')?.textContent ?? ''),
      )
      return (await words.allTextContents()).join(' ')
    },
    anotherSet: () => page.getByRole('button', { name: 'Another set' }).click(),
    chooseOwn: () => page.getByLabel('A passphrase of your own').check(),
    ownField: page.getByRole('textbox', { name: 'Passphrase' }),
    goOnWords: page.getByRole('button', { name: 'I have written the six words down' }),
    goOnOwn: page.getByRole('button', { name: 'Go on' }),
    confirmField: page.getByLabel('Passphrase, once more'),
    create: page.getByRole('button', { name: 'Create the vault' }),
    kit: page.getByRole('article', { name: 'Recovery kit, as printed' }),
    readGroups: async () => {
      await key.first().waitFor({ timeout: 30_000 })
      return key.allTextContents()
    },
    kitOnPaper: () => page.getByRole('button', { name: 'I have it on paper' }).click(),
    askedGroups: async () => {
      const labels = await page.getByText(/^Group \d+$/).allTextContents()
      return labels.map((label) => Number(label.replace('Group ', '')))
    },
    groupField: (number: number) => page.getByLabel(`Group ${String(number)}`, { exact: true }),
    finish: page.getByRole('button', { name: 'Finish and open Evenhand' }),
  }
}

/** Makes a vault with the six offered words and goes in. */
export async function createVault(page: Page): Promise<NewVault> {
  const welcome = welcomePage(page)
  await welcome.start()
  const passphrase = await welcome.readWords()
  await welcome.goOnWords.click()
  await welcome.confirmField.fill(passphrase)
  await welcome.create.click()
  const groups = await welcome.readGroups()
  await welcome.kitOnPaper()
  for (const number of await welcome.askedGroups())
    await welcome.groupField(number).fill(groups[number - 1] ?? '')
  await welcome.finish.click()
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
  return { passphrase, groups }
}
