import { readFileSync } from 'node:fs'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as stormPart from '#renderer/harness/storm/index.ts'
import type { CanaryRecord } from '../proof/search/canary-records.ts'

/** What `canary-run` writes into a vault. */
export interface CanaryLoad {
  readonly profileDir: string
  readonly exportsDir: string
  readonly executablePath: string | undefined
  readonly passphrase: string
  readonly records: readonly CanaryRecord[]
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly words: readonly string[]
}

/**
 * A program of its own that fills a vault with what stands in a file of JSON (a `CanaryLoad`), prints one JSON line
 * `{ readBack, failed }`, and goes on typing until it is killed.
 */
const load = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as CanaryLoad // Written by the proof from this type.
const { profileDir, exportsDir, executablePath, passphrase } = load
const { page } = await startChromiumHost({
  profileDir,
  exportsDir,
  headless: true,
  harness: true,
  ...(executablePath === undefined ? {} : { executablePath }),
})
await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
const storm = await page.evaluateHandle(() =>
  // Put there by the harness page.
  (globalThis as unknown as { readonly harness: { storm(): Promise<typeof stormPart> } }).harness.storm(),
)
await storm.evaluate((part, words) => part.openAndLook(words, []), passphrase)
const filled = await storm.evaluate(
  (part, { records, files, words }) => part.fillWithCanaries(records, files, words),
  { records: [...load.records], files: [...load.files], words: [...load.words] },
)
process.stdout.write(`${JSON.stringify(filled)}\n`)
await storm.evaluate((part, words) => part.work('typing', 1, words), passphrase)
