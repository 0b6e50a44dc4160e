import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as stormPart from '#renderer/harness/storm/index.ts'
import type { StormKind } from '#renderer/harness/storm/index.ts'

/**
 * A program of its own that opens a vault, tells what it found there, then works on it until it is killed.
 *
 * Arguments: profile folder, exports folder, browser, passphrase, what to do (or `look`, or `lie`), round, ids of texts to
 * open (comma-separated, `*` for all). Prints one JSON line `{ look }`, then `ack ...` lines.
 */
const [
  profileDir = '',
  exportsDir = '',
  executablePath = '',
  passphrase = '',
  what = '',
  round = '0',
  ids = '',
] = process.argv.slice(2)

const { page, close } = await startChromiumHost({
  profileDir,
  exportsDir,
  headless: true,
  harness: true,
  ...(executablePath === '' ? {} : { executablePath }),
})
page.on('console', (message) => {
  const text = message.text()
  if (text.startsWith('ack ')) process.stdout.write(`${text}\n`)
})
await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
const storm = await page.evaluateHandle(() =>
  // Put there by the harness page.
  (globalThis as unknown as { readonly harness: { storm(): Promise<typeof stormPart> } }).harness.storm(),
)
const look = await storm.evaluate((part, [words, list]) => part.openAndLook(words, list), [
  passphrase,
  ids.split(','),
] as const)
process.stdout.write(`${JSON.stringify({ look })}\n`)
if (what === 'look') {
  await close()
} else if (what === 'lie') {
  await storm.evaluate((part, number) => part.lie(number), Number(round))
} else {
  await storm.evaluate((part, [kind, number, words]) => part.work(kind, number, words), [
    what as StormKind, // The parent chose it from the same list.
    Number(round),
    passphrase,
  ] as const)
}
