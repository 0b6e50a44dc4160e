import type { Proof, ProofRun } from '../proof.ts'
import { createIdleClock } from '#renderer/app/lock/idle-clock.ts'
import { rowsProof } from '#tests/security/rows-proof.ts'

/** What locks the vault, in which order, and exactly when nobody has been there for as long as the practice says. */
export const proof: Proof = rowsProof('E8', 'The vault locks when it should, and in order', {
  tries: tryIdle,
})

// Any setting from 1 to 60 minutes, any pattern of being there: never locked early, never more than a second late, also
// over a sleep that swallowed the ticks.
async function tryIdle(run: ProofRun): Promise<number> {
  const count = run.scale({ sample: 300, ci: 5_000, full: 50_000 })
  for (let each = 0; each < count; each += 1) {
    const minutes = 1 + Math.trunc(run.random() * 60)
    const late = lateness(run, minutes * 60_000)
    if (late !== undefined && (late < 0 || late > 1_000))
      run.fail(`${String(minutes)} min: ${String(late)} ms`)
  }
  return count
}

/** How long after its time the clock said that it is over; undefined when the computer slept over it and said so at once. */
function lateness(run: ProofRun, limitMs: number): number | undefined {
  let now = run.random() * 1e12
  const clock = createIdleClock({ limitMs, warnMs: 30_000, now: () => now })
  let last = now
  for (let touch = 0; touch < 5; touch += 1) {
    now += run.random() * limitMs * 0.9
    if (clock.look().isOver) return -1
    clock.touch()
    last = now
  }
  if (run.random() < 0.3) {
    now += limitMs * (1 + run.random() * 100)
    clock.touch() // The key that woke the computer does not count.
    return clock.look().isOver ? undefined : Number.POSITIVE_INFINITY
  }
  while (!clock.look().isOver) now += Math.min(1_000, Math.max(1, last + limitMs - now))
  return now - last - limitMs
}
