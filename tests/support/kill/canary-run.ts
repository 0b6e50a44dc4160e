import { readFileSync } from 'node:fs'
import type { CanaryRecord } from '../proof/search/canary-records.ts'
import { openHarness, stormIn } from './open-storm.ts'
import type { StormPlace } from './open-storm.ts'

/** What `canary-run` writes into a vault. */
export interface CanaryLoad extends StormPlace {
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
const { passphrase } = load
const storm = await stormIn(await openHarness(load))
await storm.evaluate((part, words) => part.openAndLook(words, []), passphrase)
const filled = await storm.evaluate(
  (part, { records, files, words }) => part.fillWithCanaries(records, files, words),
  { records: [...load.records], files: [...load.files], words: [...load.words] },
)
process.stdout.write(`${JSON.stringify(filled)}\n`)
await storm.evaluate((part, words) => part.work('typing', 1, words), passphrase)
