import { createInterface } from 'node:readline'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as stormPart from '#renderer/harness/storm/index.ts'
import type { StormTask } from './storm-program.ts'

/**
 * A program of its own that opens a vault, tells what it found there, then works on it until it is killed.
 *
 * It waits until a line of its input says what to do (a `StormTask`), so that its own loading can be over by then. Prints
 * one JSON line `{ look }`, then `ack ...` lines.
 */
const { profileDir, exportsDir, executablePath, passphrase, what, round, open } = await firstLine()

const { page, close } = await startChromiumHost({
  profileDir,
  exportsDir,
  headless: true,
  harness: true,
  ...(executablePath === undefined ? {} : { executablePath }),
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
  [...open],
] as const)
process.stdout.write(`${JSON.stringify({ look })}\n`)
if (what === 'look') {
  await close()
} else if (what === 'lie') {
  await storm.evaluate((part, number) => part.lie(number), round)
} else {
  await storm.evaluate((part, [kind, number, words]) => part.work(kind, number, words), [
    what,
    round,
    passphrase,
  ] as const)
}

async function firstLine(): Promise<StormTask> {
  for await (const line of createInterface({ input: process.stdin })) {
    // Else this program would wait for more and never end by itself.
    process.stdin.destroy()
    return JSON.parse(line) as StormTask // Whoever starts this program writes nothing else.
  }
  throw new Error('Nobody said what to do')
}
