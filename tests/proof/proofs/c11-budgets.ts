import { calibrateInBrowser, measureInBrowser } from '#tests/bench/browser.ts'
import { quantile } from '#tests/bench/summarise.ts'
import { middleOf } from '#tests/support/proof/attempts.ts'
import { bytesFrom } from '#tests/support/proof/random.ts'
import { contextOf, keyFrom } from '#tests/support/proof/sealed.ts'
import { kdfTargetMs } from '#shared/vault/kdf.ts'
import { seal } from '#shared/vault/sealed-object.ts'
import type { Proof, ProofRun } from '../proof.ts'

const budgets = { sealMs: 2, openMs: 1500, opened: 20_000 }
const noteBytes = 1200
/** Where calibration ends, whatever the computer: no less memory than this, no more passes than this. */
const ends = { memoryKiB: 64 * 1024, passes: 10 }

export const proof: Proof = {
  id: 'C11',
  title:
    'Budgets, by two of three measurements: a calibrated derivation takes 0.8 to 1.5 s, 20,000 records open in 1.5 s, sealing one takes 2 ms (p95)',
  kind: 'browser',
  tiers: ['ci', 'full'],
  run: async (run) => {
    const seals = run.scale({ sample: 200, ci: 2_000, full: 20_000 })
    const times = run.scale({ sample: 1, ci: 2, full: 5 })
    await trySeals(run, seals, seal)
    for (let time = 0; time < times; time++) {
      await tryDerivation(run)
      await tryOpening(run, run.seed + time)
    }
    return seals + 2 * times
  },
  control: {
    what: 'Sealing waits 3 ms.',
    sabotage: (run) =>
      trySeals(run, 100, async (...given) => {
        await new Promise((resolve) => setTimeout(resolve, 3))
        return seal(...given)
      }),
  },
}

async function trySeals(run: ProofRun, count: number, sealOne: typeof seal): Promise<void> {
  const { key } = await keyFrom(run.random)
  const note = bytesFrom(run.random, noteBytes)
  const measure = async () => {
    const took: number[] = []
    for (let each = 0; each < count; each++) {
      const started = performance.now()
      await sealOne(key, contextOf(each), note)
      took.push(performance.now() - started)
    }
    return quantile(took, 0.95)
  }
  report(
    run,
    'sealing a record, p95',
    await middleOf(measure, budgets.sealMs, { watch: () => () => 0 }),
    budgets.sealMs,
  )
}

/** Milliseconds outside the target count; within it there are none. At the ends of what is allowed nothing better is to be had. */
async function tryDerivation(run: ProofRun): Promise<void> {
  const measure = async () => {
    const { memoryKiB, passes, tookMs } = await calibrateInBrowser()
    run.note(`derivation: ${String(memoryKiB / 1024)} MiB, ${String(passes)} passes, ${tookMs.toFixed(0)} ms`)
    const isSlowest = passes >= ends.passes
    const isQuickest = memoryKiB <= ends.memoryKiB
    return Math.max(
      0,
      isSlowest ? 0 : kdfTargetMs.shortest - tookMs,
      isQuickest ? 0 : tookMs - kdfTargetMs.longest,
    )
  }
  const outside = await middleOf(measure, 0, { note: run.note })
  if (outside > 0) run.fail(`a calibrated derivation is ${outside.toFixed(0)} ms outside its target`)
}

/** From the key to the list, the derivation apart, in a fresh browser. */
async function tryOpening(run: ProofRun, seed: number): Promise<void> {
  const measure = async () => {
    const measured = await measureInBrowser('evenhand', budgets.opened, seed)
    return measured.find(({ metric }) => metric === 'unlock-to-list')?.value ?? Number.POSITIVE_INFINITY
  }
  report(
    run,
    `opening ${String(budgets.opened)} records`,
    await middleOf(measure, budgets.openMs, { note: run.note }),
    budgets.openMs,
  )
}

function report(run: ProofRun, what: string, ms: number, limitMs: number): void {
  const line = `${what}: ${ms.toFixed(2)} ms, budget ${String(limitMs)} ms`
  run.note(line)
  if (ms > limitMs) run.fail(line)
}
