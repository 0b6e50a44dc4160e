import { parseArgs } from 'node:util'
import { allProofs, chosenProofs } from './all-proofs.ts'
import type { Tier } from './proof.ts'
import { Report } from './report.ts'
import { tryProof } from './try-proof.ts'
import { usualSeconds } from './usual-seconds.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string' },
    full: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
  },
})

const tier: Tier = values.full ? 'full' : values.sample ? 'sample' : 'ci'
const seed = values.seed === undefined ? Math.trunc(Date.now() % 2 ** 31) : Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number')

const { chosen, unknown } = chosenProofs(await allProofs(), tier, values.only)
const report = new Report((line) => process.stdout.write(`${line}\n`), values.json)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    report.stopped(signal)
    process.exit(130)
  })
}

report.begin(chosen, tier, seed)
for (const proof of chosen) {
  report.next(proof)
  report.add(await tryProof(proof, tier, seed, (line) => report.note(line), limitMs(proof.id)))
}
// Work that was left behind because it took too long must not keep the command from ending.
process.exit(report.end(unknown))

/** Many times what it usually takes, on whatever computer: only what never ends is cut off. */
function limitMs(id: string): number | undefined {
  return tier === 'full' ? undefined : (900 + 10 * usualSeconds(id)) * 1000
}
