import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { allProofs } from './all-proofs.ts'
import type { ProofResult, Tier } from './proof.ts'
import { tryProof } from './try-proof.ts'

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
const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase())
const seed = values.seed === undefined ? Math.trunc(Date.now() % 2 ** 31) : Number(values.seed)
const proofs = (await allProofs()).filter(
  ({ id, tiers }) => (wanted ? wanted.includes(id.toUpperCase()) : true) && tiers.includes(tier),
)

const results: ProofResult[] = []
for (const proof of proofs) {
  process.stdout.write(`${proof.id}  ${proof.title} ...\n`)
  const result = await tryProof(proof, tier, seed, (line) => process.stdout.write(`      ${line}\n`))
  results.push(result)
  const verdict = result.failed === 0 ? 'holds' : 'FAILED'
  process.stdout.write(
    `${result.id}  ${verdict}: ${String(result.tried)} tried, ${String(result.failed)} failed, ${String(result.seconds)} s, seed ${String(seed)}\n      control: ${result.control}\n`,
  )
  for (const failure of result.failures.slice(0, 10)) process.stdout.write(`      ${failure}\n`)
  // Written after each proof, so that a run that is stopped leaves what it had.
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
}

const failed = results.filter((result) => result.failed > 0).length
const missing = wanted?.filter((id) => !results.some((result) => result.id.toUpperCase() === id)) ?? []
for (const id of missing) process.stdout.write(`${id}  there is no such proof in this tier\n`)
process.stdout.write(`${String(results.length - failed)} hold, ${String(failed)} failed\n`)
process.exitCode = failed > 0 || missing.length > 0 || results.length === 0 ? 1 : 0
