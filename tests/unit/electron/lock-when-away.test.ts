import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockWhenAway } from '#electron/lock-when-away.ts'
import type { AwayReason } from '#shared/contract/events.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aWindow() {
  const told: unknown[][] = []
  const window = {
    generation: 1,
    told,
    tell: (...message: unknown[]) => void told.push(message),
    lock: vi.fn(async () => void (window.generation += 1)),
  }
  let away: (reason: AwayReason) => void = () => undefined
  lockWhenAway(window, { onAway: (listener) => (away = listener) })
  return { window, away: (reason: AwayReason) => away(reason) }
}

describe('lockWhenAway', () => {
  it('asks the page first', () => {
    const { window, away } = aWindow()
    away('screen-locked')
    expect(window.told).toEqual([['lock-requested', { reason: 'screen-locked' }]])
    expect(window.lock).not.toHaveBeenCalled()
  })

  it('locks by force when the page has not locked within five seconds', () => {
    const { window, away } = aWindow()
    away('suspend')
    vi.advanceTimersByTime(5_000)
    expect(window.lock).toHaveBeenCalledOnce()
  })

  it('leaves a page alone that locked by itself in time', () => {
    const { window, away } = aWindow()
    away('suspend')
    window.generation = 2
    vi.advanceTimersByTime(10_000)
    expect(window.lock).not.toHaveBeenCalled()
  })
})
