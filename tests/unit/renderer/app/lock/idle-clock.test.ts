import { describe, expect, it } from 'vitest'
import { createIdleClock } from '#renderer/app/lock/idle-clock.ts'

function setUp(limitMs = 300_000) {
  let time = 0
  const clock = createIdleClock({ limitMs, warnMs: 30_000, now: () => time })
  return { clock, pass: (ms: number) => (time += ms) }
}

describe('the idle clock', () => {
  it('is over after the limit, and warns before', () => {
    const { clock, pass } = setUp()
    pass(269_000)
    expect(clock.look()).toEqual({ isOver: false, secondsLeft: undefined })
    pass(1000)
    expect(clock.look()).toEqual({ isOver: false, secondsLeft: 30 })
    pass(30_000)
    expect(clock.look()).toEqual({ isOver: true, secondsLeft: 0 })
  })

  it('starts anew with each touch', () => {
    const { clock, pass } = setUp()
    pass(299_000)
    clock.touch()
    pass(299_000)
    expect(clock.look().isOver).toBe(false)
  })

  it('stays over when the first touch comes after a sleep', () => {
    const { clock, pass } = setUp()
    pass(3_600_000)
    clock.touch()
    expect(clock.look().isOver).toBe(true)
  })
})
