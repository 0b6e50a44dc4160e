import { createInterface } from 'node:readline'
import { openHarness, stormIn } from './open-storm.ts'
import type { StormPlace } from './open-storm.ts'

/** What `memory-run` opens, and how many words it holds. */
export interface MemoryLoad extends StormPlace {
  readonly seed: number
  readonly words: number
}

/**
 * A program of its own, host and browser, whose page makes words and a passphrase from a number: nothing that this program
 * is told holds any of them, so all that is found in its memory came from the page.
 *
 * It reads lines: first a `MemoryLoad`, answered with `{ opened }`; then `lock`, answered with `{ locked }` when the fresh
 * page is there; then `close`.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const first = await lines.next()
const { seed, words, ...place } = JSON.parse(String(first.value)) as MemoryLoad // The proof writes it.
const host = await openHarness(place)
const storm = await stormIn(host)
const opened = await storm.evaluate((part, number) => part.openWithOwnWord(number), seed)
await storm.evaluate((part, [number, count]) => part.keepWordsInMemory(number, count), [seed, words] as const)
process.stdout.write(`${JSON.stringify({ opened })}\n`)

for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
  if (line.value === 'close') break
  await storm.evaluate((part) => {
    document.documentElement.dataset['old'] = 'true'
    part.lockNow()
  })
  await host.page.waitForFunction(() => {
    const { ready, old } = document.documentElement.dataset
    return ready === 'true' && old === undefined
  })
  process.stdout.write(`${JSON.stringify({ locked: true })}\n`)
}
await host.close()
process.exit(0)
