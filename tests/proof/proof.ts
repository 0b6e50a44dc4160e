/** How much is tried: `sample` belongs to `npm test`, `ci` is what a release candidate must pass, `full` is before a release. */
export type Tier = 'sample' | 'ci' | 'full'

export interface ProofRun {
  readonly tier: Tier
  /** Where random choices begin; printed, so that a failure can be repeated. */
  readonly seed: number
  /** A random source that begins at the seed: values from 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** Picks the number of cases for this tier. */
  readonly scale: (counts: Readonly<Record<Tier, number>>) => number
  /** Says what went wrong in one case: facts and numbers that help to repeat it. At most the first hundred are kept. */
  readonly fail: (what: string) => void
  /** A line on the way, for proofs that take minutes. */
  readonly note: (line: string) => void
  /** An empty folder of this run's own, removed afterwards. */
  readonly folder: string
}

/** One promise of the vault, as a program that tries to break it. */
export interface Proof {
  /** Id of the test plan, such as `S2`. */
  readonly id: string
  readonly title: string
  /** `node` runs anywhere; `browser` needs the built pages and Chromium. */
  readonly kind: 'node' | 'browser'
  /** Which tiers it takes part in; a proof that cannot be small leaves `sample` out. */
  readonly tiers: readonly Tier[]
  /** Tries it and answers how many cases were tried; each failed one is told to `run.fail`. */
  readonly run: (run: ProofRun) => Promise<number>
  readonly control: Control
}

/** How a proof is shown to be able to fail. */
export interface Control {
  /** A sentence: what is broken on purpose. */
  readonly what: string
  /** Breaks that and runs the same check; the proof counts only if this reports at least one failure. */
  readonly sabotage: (run: ProofRun) => Promise<void>
}

export interface ProofResult {
  readonly id: string
  readonly title: string
  readonly tried: number
  readonly failed: number
  readonly seconds: number
  readonly control: string
  readonly seed: number
  readonly failures: readonly string[]
}

/** A small, fast and well-known generator (mulberry32): the same seed gives the same cases everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
