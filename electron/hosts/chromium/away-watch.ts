import type { Power } from '../../ports.ts'

const TICK_MS = 5_000
const GAP_MS = 60_000

/**
 * Tells that the computer slept: a timer that should tick every five seconds comes a minute late.
 * A browser app window hears nothing of the screen lock, so sleep is all this host can notice.
 */
export function watchForSleep(now: () => number = Date.now): Power & { stop(): void } {
  const timers: NodeJS.Timeout[] = []
  return {
    onAway(listener) {
      let last = now()
      const timer = setInterval(() => {
        if (now() - last > GAP_MS) listener('suspend')
        last = now()
      }, TICK_MS)
      timer.unref()
      timers.push(timer)
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  }
}
