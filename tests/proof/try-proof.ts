import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomFrom } from './proof.ts'
import type { Proof, ProofResult, ProofRun, Tier } from './proof.ts'

const keptFailures = 100

/** Runs a proof and then its control; a control that is not caught makes the proof fail. */
export async function tryProof(
  proof: Proof,
  tier: Tier,
  seed: number,
  note: (line: string) => void,
): Promise<ProofResult> {
  const started = performance.now()
  const real = await attempt(proof.run, tier, seed, note)
  const broken = await attempt(
    async (run) => {
      await proof.control.sabotage(run)
      return 0
    },
    tier === 'full' ? 'ci' : tier,
    seed,
    () => undefined,
  )
  const caught = broken.count > 0
  const failures = [...real.failures, ...(caught ? [] : ['the control was not caught'])]
  return {
    id: proof.id,
    title: proof.title,
    tried: real.tried,
    failed: real.count + (caught ? 0 : 1),
    seconds: Math.round((performance.now() - started) / 100) / 10,
    control: `${proof.control.what} ${caught ? `Caught: ${broken.failures[0] ?? ''}` : 'NOT CAUGHT.'}`.trim(),
    seed,
    failures,
  }
}

interface Attempt {
  readonly tried: number
  readonly count: number
  readonly failures: readonly string[]
}

async function attempt(
  work: (run: ProofRun) => Promise<number>,
  tier: Tier,
  seed: number,
  note: (line: string) => void,
): Promise<Attempt> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-proof-'))
  const failures: string[] = []
  let count = 0
  const fail = (what: string): void => {
    count += 1
    if (failures.length < keptFailures) failures.push(what)
  }
  const run: ProofRun = {
    tier,
    seed,
    random: randomFrom(seed),
    scale: (counts) => counts[tier],
    fail,
    note,
    folder,
  }
  let tried = 0
  try {
    tried = await work(run)
  } catch (error) {
    fail(`broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { tried, count, failures }
}
