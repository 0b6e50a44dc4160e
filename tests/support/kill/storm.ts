import { createInterface } from 'node:readline'
import { openHarness, stormIn } from './open-storm.ts'
import type { StormTask } from './storm-program.ts'

/**
 * A program of its own that opens a vault, tells what it found there, then works on it until it is killed.
 *
 * It waits until a line of its input says what to do (a `StormTask`), so that its own loading can be over by then. Prints
 * one JSON line `{ look }`, then `ack ...` lines.
 */
const { passphrase, what, round, open, ...place } = await firstLine()

const host = await openHarness(place)
host.page.on('console', (message) => {
  const text = message.text()
  if (text.startsWith('ack ')) process.stdout.write(`${text}\n`)
})
const storm = await stormIn(host)
const look = await storm.evaluate((part, [words, list]) => part.openAndLook(words, list), [
  passphrase,
  [...open],
] as const)
process.stdout.write(`${JSON.stringify({ look })}\n`)
if (what === 'look') {
  await host.close()
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
