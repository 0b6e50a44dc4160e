import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { Measurement } from '#renderer/harness/bench/measure.ts'
import { summarise } from './summarise.ts'
import type { Summary } from './summarise.ts'

interface BenchWindow {
  readonly harness: {
    bench(): Promise<{
      measureRound(round: number, records: number): Promise<readonly Measurement[]>
      measureKdf(): Promise<Measurement>
    }>
  }
}

const rounds = 5

/**
 * Measures the sealed store beside plain Dexie and dexie-encrypted, all in one browser and one run, interleaved in
 * changing order. Takes `--records N` and `--json FILE`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, records: { type: 'string', default: '10000' } },
  })
  const records = Number(values.records)
  if (!Number.isInteger(records) || records < 1) throw new RangeError('--records takes a whole number')
  const summaries = summarise(await measure(records), records)
  for (const summary of summaries) console.log(line(summary))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summaries, null, 2)}\n`)
}

async function measure(records: number): Promise<readonly (readonly Measurement[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'))
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'documents'),
    headless: true,
    harness: true,
  })
  try {
    await host.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    const taken: (readonly Measurement[])[] = []
    for (let round = 0; round < rounds; round++) {
      taken.push([...(await measureRound(host.page, round, records)), await measureKdf(host.page)])
      console.error(`round ${String(round + 1)} of ${String(rounds)}`)
    }
    return taken
  } finally {
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureRound(page: Page, round: number, records: number): Promise<readonly Measurement[]> {
  return page.evaluate(
    async ([index, count]) => {
      // Put there by the harness page.
      const { harness } = globalThis as unknown as BenchWindow
      return (await harness.bench()).measureRound(index, count)
    },
    [round, records] as const,
  )
}

function measureKdf(page: Page): Promise<Measurement> {
  return page.evaluate(async () => {
    // Put there by the harness page.
    const { harness } = globalThis as unknown as BenchWindow
    return (await harness.bench()).measureKdf()
  })
}

function line({ metric, subject, unit, median, p95, ratio }: Summary): string {
  const times = ratio === null ? '' : `${ratio.toFixed(2)} x plain Dexie`
  return `${metric.padEnd(18)}${subject.padEnd(18)}${median.toFixed(1).padStart(10)} ${unit.padEnd(6)}p95 ${p95.toFixed(1).padStart(9)}   ${times}`
}

await main()
