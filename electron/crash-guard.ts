const MOST_CRASHES = 3
const WITHIN_MS = 60_000

/** Tells whether a page whose process ended may be started again, or whether it would only end again. */
export interface CrashGuard {
  /** Counts a crash; true while there have been few lately. */
  mayRestart(): boolean
}

/** Lets a page come back three times within a minute. */
export function createCrashGuard(now: () => number = Date.now): CrashGuard {
  let crashes: readonly number[] = []
  return {
    mayRestart() {
      const at = now()
      crashes = [...crashes.filter((crash) => at - crash < WITHIN_MS), at]
      return crashes.length <= MOST_CRASHES
    },
  }
}
