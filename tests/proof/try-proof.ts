import { mkdtemp, rm } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { randomFrom } from './proof.ts'
import type { Proof, ProofResult, ProofRun, Tier } from './proof.ts'

const keptFailures = 100
/** Told at once, so that nobody waits an hour for bad news. */
const toldFailures = 3

/** Runs a proof and then its control; a control that is not caught makes the proof fail. Neither may take longer than `limitMs`. */
export async function tryProof(
  proof: Proof,
  tier: Tier,
  seed: number,
  note: (line: string) => void,
  limitMs?: number,
): Promise<ProofResult> {
  const started = performance.now()
  const real = await attempt(proof.run, { tier, seed, note, limitMs })
  const broken = await attempt(
    async (run) => {
      await proof.control.sabotage(run)
      return 0
    },
    { tier: tier === 'full' ? 'ci' : tier, seed, note: () => undefined, limitMs },
  )
  // Whatever a control found before it broke off may come from the very reason for that.
  const caught = broken.brokeOff === undefined && broken.count > 0
  const reason = broken.brokeOff === undefined ? '' : `: ${broken.brokeOff}`
  return {
    id: proof.id,
    title: proof.title,
    tried: real.tried,
    failed: real.count + (caught ? 0 : 1),
    seconds: Math.round((performance.now() - started) / 100) / 10,
    control:
      `${proof.control.what} ${caught ? `Caught: ${broken.failures[0] ?? ''}` : `NOT CAUGHT${reason}.`}`.trim(),
    seed,
    failures: [...real.failures, ...(caught ? [] : [`the control was not caught${reason}`])],
  }
}

interface AttemptOptions extends Pick<ProofRun, 'tier' | 'seed' | 'note'> {
  readonly limitMs: number | undefined
}

interface Attempt {
  readonly tried: number
  readonly count: number
  readonly failures: readonly string[]
  /** Why it did not come to its end. */
  readonly brokeOff: string | undefined
}

async function attempt(
  work: (run: ProofRun) => Promise<number>,
  { tier, seed, note, limitMs }: AttemptOptions,
): Promise<Attempt> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-proof-'))
  const clear = (): void => rmSync(folder, { recursive: true, force: true })
  const failures: string[] = []
  let count = 0
  let brokeOff: string | undefined
  const fail = (what: string): void => {
    count += 1
    if (count <= toldFailures) note(`failed: ${what}`)
    if (failures.length < keptFailures) failures.push(what)
  }
  const breakOff = (error: unknown): void => {
    brokeOff ??= wordsOf(error)
    fail(`broke off: ${wordsOf(error)}`)
  }
  process.on('exit', clear)
  process.on('unhandledRejection', breakOff)
  process.on('uncaughtException', breakOff)
  const scale: ProofRun['scale'] = (counts) => counts[tier]
  let tried = 0
  try {
    tried = await within(limitMs, work({ tier, seed, random: randomFrom(seed), scale, fail, note, folder }))
  } catch (error) {
    breakOff(error)
  } finally {
    process.off('exit', clear)
    process.off('unhandledRejection', breakOff)
    process.off('uncaughtException', breakOff)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { tried, count, failures, brokeOff }
}

/** The work, or an error when it takes too long; then it is left to itself. */
async function within(limitMs: number | undefined, work: Promise<number>): Promise<number> {
  if (limitMs === undefined) return work
  const waiting = new AbortController()
  const late = after(limitMs, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`it did not end within ${String(Math.round(limitMs / 1000))} s`)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    waiting.abort()
    late.catch(() => undefined)
    work.catch(() => undefined)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
