import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import { t } from '#shared/i18n/index.ts'
import { unlock } from '../pages/unlock.ts'

/**
 * A program of its own that opens a vault, reads what stands in the session, types one more line, and says so as soon
 * as the screen says "Saved". It then waits to be killed.
 *
 * Arguments: profile folder, exports folder, passphrase, address of the session (`#/cases/...`), text to type.
 * Prints one JSON line: `{ entries }` after opening, `{ saved }` after the status turned.
 */
const [profileDir = '', exportsDir = '', passphrase = '', address = '', text = ''] = process.argv.slice(2)

const { page } = await startChromiumHost({
  profileDir,
  exportsDir,
  headless: true,
  view: { reducedMotion: 'reduce' },
})
await unlock(page, passphrase)
await page.evaluate((hash) => (location.hash = hash), address)
const field = page.getByRole('textbox', { name: t('sessions.composer.label') })
await field.waitFor()
console.log(JSON.stringify({ entries: await page.getByRole('main').innerText() }))
await field.fill(text)
await page.waitForFunction(() =>
  /^Saved on this computer/u.test(document.querySelector('[data-testid=save-status]')?.textContent ?? ''),
)
console.log(JSON.stringify({ saved: text }))
