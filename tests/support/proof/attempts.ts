import { monitorEventLoopDelay } from 'node:perf_hooks'

const attempts = 3

/**
 * Measures until a measurement is within its limit, three times at most, and answers with the best: a computer that is
 * busy with something else makes a measurement worse now and then, a slow program makes every one worse.
 */
export async function bestOf(measure: () => Promise<number>, limit: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < attempts && best > limit; attempt++) best = Math.min(best, await measure())
  return best
}

/** Of three measurements two decide. */
const needed = 2
const mostRepeated = 6
/** A process that has nothing to do is held up for so long only by something else on this computer. */
const hiccupMs = 30

export interface MiddleOptions {
  readonly note?: (line: string) => void
  /** Begins to watch this computer; what it answers with tells for how long, in milliseconds, this process was held up at most. */
  readonly watch?: () => () => number
}

/**
 * Measures until two measurements are within the limit, or two are beyond it, and answers with the middle one: what a slow
 * program does once it does again. One beyond the limit, during which this process, which only waits, was held up as
 * well, says nothing of the program and is taken again, six times at most.
 */
export async function middleOf(
  measure: () => Promise<number>,
  limit: number,
  { note = () => undefined, watch = watchThisProcess }: MiddleOptions = {},
): Promise<number> {
  const counted: number[] = []
  for (let repeated = 0; !isDecided(counted, limit);) {
    const stop = watch()
    const value = await measure()
    const heldUpMs = stop()
    if (value > limit && heldUpMs > hiccupMs && repeated < mostRepeated) {
      repeated += 1
      note(`taken again: this computer itself was held up for ${heldUpMs.toFixed(0)} ms`)
    } else {
      counted.push(value)
    }
  }
  return counted.toSorted((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY
}

function isDecided(counted: readonly number[], limit: number): boolean {
  const within = counted.filter((value) => value <= limit).length
  return within >= needed || counted.length - within >= needed
}

function watchThisProcess(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  return () => {
    delay.disable()
    return delay.max / 1e6
  }
}
