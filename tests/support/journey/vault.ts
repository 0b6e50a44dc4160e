import { t } from '#shared/i18n/index.ts'
import { unlock, unlockPage } from '../pages/unlock.ts'
import { welcomePage } from '../pages/welcome.ts'
import type { Walk } from './walk.ts'

/** Makes the vault with the six offered words, proves the recovery kit, and goes in. Answers with the passphrase. */
export async function makeVault(walk: Walk): Promise<string> {
  const { page, see } = walk
  const welcome = welcomePage(page)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('welcome')
  await welcome.start()
  const passphrase = await welcome.readWords()
  await see('welcome-passphrase')
  await welcome.goOnWords.click()
  await welcome.confirmField.fill(passphrase)
  await see('welcome-confirm')
  await welcome.create.click()
  const groups = await welcome.readGroups()
  await see('recovery-kit')
  await welcome.kitOnPaper()
  for (const number of await welcome.askedGroups())
    await welcome.groupField(number).fill(groups[number - 1] ?? '')
  await see('recovery-kit-proof')
  await welcome.finish.click()
  await page.getByRole('navigation', { name: 'Places' }).waitFor()
  await see('today-empty')
  return passphrase
}

/** Locks, and opens again with the passphrase. */
export async function lockAndUnlock(walk: Walk, passphrase: string): Promise<void> {
  const { page, see } = walk
  await page.getByRole('button', { name: t('shell.lock'), exact: true }).click()
  await unlockPage(page).heading.waitFor()
  await see('locked')
  await unlock(page, passphrase)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('today')
}

/** Looks at the places that belong to no family: the palette and the list of shortcuts. */
export async function lookAround(walk: Walk): Promise<void> {
  const { page, see } = walk
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await see('palette')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await see('shortcuts')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
