import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { JSHandle, Page } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type * as stormPart from '#renderer/harness/storm/index.ts'
import { passphraseOf, wordOf } from '#renderer/harness/storm/words.ts'
import { browserWith, engines } from '#tests/support/kill/engines.ts'
import type { Engine } from '#tests/support/kill/engines.ts'
import { descendants, findInMemory } from '#tests/support/proof/search/find-in-memory.ts'
import type { Proof, ProofRun } from '../proof.ts'

const wordCount = 50
const afterLockMs = 5_000

/**
 * The page makes the words and the passphrase itself from a number, so that no message of this test carries them into the
 * browser. Keys are not looked for: the worker holds them as handles that cannot be read out, so nobody knows their bytes.
 */
export const proof: Proof = {
  id: 'P2',
  title:
    'Five seconds after locking, no process of the browser holds a word of a record or the passphrase in memory',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const rounds = run.scale({ sample: 1, ci: 3, full: 20 })
    for (let round = 0; round < rounds; round += 1)
      for (const engine of engines) await lookAfterLock(run, engine, round)
    return rounds * engines.length * (wordCount + 1)
  },
  control: {
    what: 'The vault stays open.',
    sabotage: (run) => lookAfterLock(run, 'leveldb', 0, false),
  },
}

async function lookAfterLock(run: ProofRun, engine: Engine, round: number, locks = true): Promise<void> {
  const folder = join(run.folder, `${engine}-${String(round)}`)
  mkdirSync(folder, { recursive: true })
  const executablePath = browserWith(engine, folder)
  const before = new Set(descendants(process.pid))
  const { page, close } = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    harness: true,
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  try {
    const seed = Math.trunc(run.random() * 2 ** 31)
    const words = [
      passphraseOf(seed),
      ...Array.from({ length: wordCount }, (_, index) => wordOf(seed, index)),
    ]
    const browser = () => descendants(process.pid).filter((pid) => !before.has(pid))
    const storm = await stormOf(page)
    const opened = await storm.evaluate((part, number) => part.openWithOwnWord(number), seed)
    if (opened !== 'yes') run.fail(`${engine}: the vault does not open: ${opened}`)
    await storm.evaluate((part, [number, count]) => part.keepWordsInMemory(number, count), [
      seed,
      wordCount,
    ] as const)
    const found = new Set(findInMemory(browser(), words).hits.map(({ word }) => word)).size
    // All but the passphrase are on the screen: a search that misses one of them proves nothing.
    if (found < wordCount)
      run.fail(`${engine}: the search finds ${String(found)} of ${String(wordCount)} words`)
    if (locks) await lockAndWait(page, storm)
    const { hits, bytes } = findInMemory(browser(), words)
    for (const { process: role, word } of hits)
      run.fail(`${engine}: ${word === words[0] ? 'the passphrase' : 'a word'} is in the memory of ${role}`)
    run.note(
      `${engine}: ${String(found)} words before, ${String(hits.length)} after, ${String(bytes)} bytes searched`,
    )
  } finally {
    await close()
  }
}

async function lockAndWait(page: Page, storm: JSHandle<typeof stormPart>): Promise<void> {
  await storm.evaluate((part) => {
    document.documentElement.dataset['old'] = 'true'
    part.lockNow()
  })
  await page.waitForFunction(() => {
    const { ready, old } = document.documentElement.dataset
    return ready === 'true' && old === undefined
  })
  await after(afterLockMs)
}

async function stormOf(page: Page): Promise<JSHandle<typeof stormPart>> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
  return page.evaluateHandle(() =>
    // Put there by the harness page.
    (globalThis as unknown as { readonly harness: { storm(): Promise<typeof stormPart> } }).harness.storm(),
  )
}
