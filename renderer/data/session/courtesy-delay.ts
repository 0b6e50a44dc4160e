import type { SessionClock } from './session-ports.ts'

/** Slows down guessing at the keyboard: 1, 2, 4 ... 60 seconds. Guessing offline is stopped by Argon2id alone. */
export interface CourtesyDelay {
  /** Waits until the next attempt is allowed. */
  pass(): Promise<void>
  /** Counts a wrong attempt; answers how many seconds the next one has to wait. */
  fail(): number
  succeed(): void
}

const longestSeconds = 60

/** Starts without a delay. */
export function createCourtesyDelay(clock: SessionClock): CourtesyDelay {
  let failures = 0
  let waiting: Promise<void> = Promise.resolve()
  return {
    pass: () => waiting,
    fail() {
      const seconds = Math.min(2 ** failures, longestSeconds)
      failures++
      waiting = clock.wait(seconds * 1000)
      return seconds
    },
    succeed() {
      failures = 0
    },
  }
}
