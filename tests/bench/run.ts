import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { subjectNames } from '#renderer/harness/bench/subject.ts'
import type { SubjectName } from '#renderer/harness/bench/subject.ts'
import { measureInBrowser, measureKdfInBrowser } from './browser.ts'
import { measureNativeKdf } from './native-kdf.ts'
import { report } from './report.ts'
import type { Measurement } from '#renderer/harness/bench/measure.ts'
import { turnsOf } from './schedule.ts'
import { summarise } from './summarise.ts'

/**
 * Measures the sealed store beside other stores and beside the bare browser, in one run, interleaved in changing
 * order, each in a browser and a profile of its own. Takes `--records N`, `--json FILE`, `--rounds N`, `--only A,B`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      records: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  })
  const [records, rounds] = [whole('records', values.records), whole('rounds', values.rounds)]
  const wanted = values.only?.split(',')
  const subjects = subjectNames.filter((name) => wanted?.includes(name) ?? true)
  const taken: Measurement[][] = []
  const lastTook = new Map<SubjectName, number>()
  const started = performance.now()
  for (let round = 0; round < rounds; round++) {
    const measured: Measurement[] = []
    for (const subject of turnsOf(subjects, round, lastTook)) {
      const from = performance.now()
      measured.push(...(await measureInBrowser(subject, records, round + 1)))
      lastTook.set(subject, performance.now() - from)
      console.error(
        `round ${String(round + 1)} of ${String(rounds)}: ${subject} in ${seconds(performance.now() - from)} s`,
      )
    }
    measured.push(await measureKdfInBrowser(), measureNativeKdf())
    taken.push(measured)
    // Written after each round, so that a run that is stopped leaves what it had.
    if (values.json !== undefined)
      writeFileSync(values.json, `${JSON.stringify(summarise(taken, records), null, 2)}\n`)
  }
  for (const line of report(summarise(taken, records))) console.log(line)
  console.log(`\n${seconds(performance.now() - started)} seconds.`)
}

function whole(name: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${name} takes a whole number`)
  return number
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(0)
}

await main()
