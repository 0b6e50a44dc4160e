import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAccessFaults, openApp, overflowWidth } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { shell } from '#tests/support/pages/shell.ts'
import { welcomePage } from '#tests/support/pages/welcome.ts'

describe('the first start', () => {
  let app: App
  beforeEach(async () => void (app = await openApp({ width: 1024, height: 700 })))
  afterEach(() => app.close())

  it('leads from nothing into a new vault by the keyboard alone', async () => {
    const { page } = app
    const welcome = welcomePage(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tabTo(app, 'Create your vault')
    await page.keyboard.press('Enter')

    const passphrase = await welcome.readWords()
    expect(passphrase.split(' ')).toHaveLength(6)
    await tabTo(app, 'I have written the six words down')
    await page.keyboard.press('Enter')

    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')

    const groups = await welcome.readGroups()
    expect(groups).toHaveLength(14)
    await tabTo(app, 'I have it on paper')
    await page.keyboard.press('Enter')

    const [first = 0, second = 0] = await welcome.askedGroups()
    await page.keyboard.type((groups[first - 1] ?? '').toLowerCase())
    await page.keyboard.press('Tab')
    await page.keyboard.type(groups[second - 1] ?? '')
    await page.keyboard.press('Enter')

    await shell(page).places.waitFor()
    expect(app.complaints).toEqual([])
    expect(app.host.refusedRequests).toEqual([])
  })

  it('offers another set of words, and keeps the one that is shown', async () => {
    const welcome = welcomePage(app.page)
    await welcome.start()
    const first = await welcome.readWords()
    await welcome.anotherSet()
    await app.page
      .getByTestId('six-words')
      .getByText(first.split(' ')[0] ?? '', { exact: true })
      .waitFor({ state: 'detached' })
    const second = await welcome.readWords()
    await welcome.goOnWords.click()
    await app.page.getByRole('button', { name: 'Back' }).click()
    expect(await welcome.readWords()).toBe(second)
  })

  it('does not take a passphrase of one’s own that can be guessed', async () => {
    const welcome = welcomePage(app.page)
    await welcome.start()
    await welcome.chooseOwn()
    await welcome.ownField.fill('password1234')
    await app.page
      .getByText(/Strength: (too weak|not strong enough yet)/)
      .first()
      .waitFor()
    expect(await welcome.goOnOwn.isDisabled()).toBe(true)

    await welcome.ownField.fill('eleven grey herons 🙂 read the minutes aloud')
    await app.page.getByText('Strength: strong').first().waitFor()
    expect(await welcome.goOnOwn.isEnabled()).toBe(true)
  })

  it('does not make a vault from a passphrase that was typed differently', async () => {
    const welcome = welcomePage(app.page)
    await welcome.start()
    await welcome.readWords()
    await welcome.goOnWords.click()
    await welcome.confirmField.fill('six words that were not offered')
    await welcome.create.click()
    await app.page.getByText('This is not the same passphrase.').waitFor()
  })

  it('does not let anyone in before the paper copy is proved, and prints nothing but the kit', async () => {
    const { page } = app
    const welcome = welcomePage(page)
    await welcome.start()
    const passphrase = await welcome.readWords()
    await welcome.goOnWords.click()
    await welcome.confirmField.fill(`  ${passphrase.toUpperCase().replace(' ', '   ')} `)
    await welcome.create.click()
    await welcome.readGroups()
    await page.emulateMedia({ media: 'print' })
    expect(await welcome.kit.isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(false)
    expect(await page.getByText('Step 3 of 4').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })

    await welcome.kitOnPaper()
    await welcome.finish.click()
    expect(await page.getByText(/^This is not what group/).count()).toBe(2)
    expect(await shell(page).places.count()).toBe(0)
  })

  it('is usable by everyone on each step, in both themes and at twice the size', async () => {
    const { page } = app
    const welcome = welcomePage(page)
    const faults: string[] = []
    const look = async (step: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        faults.push(...(await findAccessFaults(page)).map((fault) => `${step}, ${colorScheme}: ${fault}`))
      }
      await page.setViewportSize({ width: 512, height: 350 })
      if ((await overflowWidth(page)) > 0) faults.push(`${step}: cut off at twice the size`)
      await page.setViewportSize({ width: 1024, height: 700 })
    }
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('intro')
    await welcome.start()
    const passphrase = await welcome.readWords()
    await look('words')
    await welcome.goOnWords.click()
    await welcome.confirmField.fill('x')
    await welcome.create.click()
    await look('confirm')
    await welcome.confirmField.fill(passphrase)
    await welcome.create.click()
    await welcome.readGroups()
    await look('kit')
    await welcome.kitOnPaper()
    await welcome.finish.click()
    await look('prove')
    expect(faults).toEqual([])
  })
})

async function tabTo({ page }: App, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  for (let presses = 0; presses < 20; presses++) {
    if (await button.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach "${name}"`)
}
