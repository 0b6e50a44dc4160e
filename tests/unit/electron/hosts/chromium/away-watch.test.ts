import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchForSleep } from '#electron/hosts/chromium/away-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('watchForSleep', () => {
  it('tells of a sleep when the clock jumped, and not while it runs', () => {
    const listener = vi.fn()
    const clock = { now: 0 }
    const watch = watchForSleep(() => clock.now)
    watch.onAway(listener)
    const tick = (jumpMs: number) => {
      clock.now += jumpMs
      vi.advanceTimersByTime(5_000)
    }
    tick(5_000)
    tick(20_000)
    expect(listener).not.toHaveBeenCalled()
    tick(3_600_000)
    expect(listener.mock.calls).toEqual([['suspend']])
    watch.stop()
    tick(3_600_000)
    expect(listener).toHaveBeenCalledOnce()
  })
})
