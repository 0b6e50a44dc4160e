import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '#tests/support/pages/app.ts'
import type { App } from '#tests/support/pages/app.ts'
import { keyboardOf } from '#tests/support/pages/keyboard.ts'
import { welcomePage } from '#tests/support/pages/welcome.ts'

// Wherever a page or a step comes in the place of another, the keyboard must go on there and never at the beginning.
describe('by the keyboard alone', () => {
  let app: App
  let keys: ReturnType<typeof keyboardOf>
  let passphrase = ''
  beforeAll(async () => {
    app = await openApp({ width: 1024, height: 700 })
    keys = keyboardOf(app.page)
  })
  afterAll(() => app.close())
  const focusIs = (wanted: string) => expect.poll(() => keys.focus(), { timeout: 20_000 }).toBe(wanted)

  it('a vault is made, its kit is looked at twice and proved', async () => {
    const welcome = welcomePage(app.page)
    await focusIs('h1: Welcome to Evenhand')
    await keys.choose('button: Create your vault')
    await focusIs('h1: Choose a passphrase')
    passphrase = await welcome.readWords()
    await keys.choose('button: I have written the six words down')
    await focusIs('field: Passphrase, once more')
    await keys.type(passphrase)
    await keys.press('Enter')
    await focusIs('h1: Your recovery kit')
    const groups = await welcome.readGroups()
    await keys.choose('button: I have it on paper')
    await keys.choose('button: Show the kit again')
    await focusIs('h1: Your recovery kit')
    await keys.choose('button: I have it on paper')
    const [first = 0, second = 0] = await welcome.askedGroups()
    await focusIs(`field: Group ${String(first)}`)
    await keys.type(groups[first - 1] ?? '')
    await keys.press('Tab')
    await keys.type(groups[second - 1] ?? '')
    await keys.press('Enter')
    await focusIs('h1: Today')
  })

  it('Safekeeping opens, a dialog closes with Escape, and a new kit can be begun and left', async () => {
    await keys.press('Control+k')
    await keys.type('Safekeeping')
    await keys.press('Enter')
    await focusIs('h1: Safekeeping')
    await keys.choose('a: Passphrase and keys')
    await keys.choose('button: Change the passphrase')
    await focusIs('field: Current passphrase')
    await keys.press('Escape')
    await focusIs('button: Change the passphrase')
    await keys.choose('button: Make a new recovery kit')
    await focusIs('field: Passphrase')
    await keys.type(passphrase)
    await keys.press('Enter')
    await focusIs('h2: The new recovery kit')
    await keys.choose('button: Leave everything as it is')
    await focusIs('button: Make a new recovery kit')
  })

  it('the vault is locked, neither a wrong passphrase nor a wrong kit loses the field, and it opens again', async () => {
    await keys.press('Control+l')
    await app.page.getByRole('heading', { level: 1, name: 'Evenhand is locked' }).waitFor()
    await focusIs('field: Passphrase')
    await keys.choose('button: Use the recovery kit')
    await focusIs('field: Recovery key')
    await keys.type('AAAA-BBBB')
    await keys.choose('button: Unlock')
    await app.page.getByRole('alert').waitFor()
    await focusIs('field: Recovery key')
    await keys.choose('button: Restore from a backup')
    await focusIs('h1: Restore from a backup')
    await keys.choose('button: Back')
    await focusIs('field: Passphrase')
    await keys.type('no such words')
    await keys.choose('button: Unlock')
    await app.page.getByRole('alert').waitFor()
    await focusIs('field: Passphrase')
    expect(app.complaints).toEqual([])
  })
})
