import { useEffect, useEffectEvent, useState } from 'react'
import { useVault } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import { createIdleClock } from './idle-clock.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks when nobody has touched the computer for as long as the practice says, and when the host asks for it
 * (screen locked, sleep, another user). Answers how many seconds are left once they are few.
 */
export function useLockWhenAway(onLock: () => void): number | undefined {
  const minutes = useVault((records) => practiceOf(records).lockAfterMinutes)
  const [secondsLeft, setSecondsLeft] = useState<number>()
  const lockNow = useEffectEvent(onLock)

  useEffect(() => host.on('lock-requested', () => lockNow()), [])

  useEffect(() => {
    const clock = createIdleClock({ limitMs: minutes * 60_000, warnMs: 30_000, now: () => Date.now() })
    const touch = () => clock.touch()
    const look = () => {
      const state = clock.look()
      setSecondsLeft(state.secondsLeft)
      if (state.isOver) lockNow()
    }
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    const timer = setInterval(look, 1000)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
      clearInterval(timer)
    }
  }, [minutes])

  return secondsLeft
}
