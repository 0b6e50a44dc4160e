interface IdleClockOptions {
  readonly limitMs: number
  /** How long before the end the remaining seconds are told. */
  readonly warnMs: number
  readonly now: () => number
}

export interface IdleState {
  readonly isOver: boolean
  readonly secondsLeft: number | undefined
}

export interface IdleClock {
  /** Someone is there. */
  readonly touch: () => void
  readonly look: () => IdleState
}

/**
 * Tells how long nobody has been there.
 *
 * It compares times instead of counting ticks: a computer that slept through its ticks is over its limit
 * at the first look after it wakes, before any key of the person who woke it counts.
 */
export function createIdleClock({ limitMs, warnMs, now }: IdleClockOptions): IdleClock {
  let last = now()
  const look = () => {
    const leftMs = last + limitMs - now()
    const isNear = leftMs <= Math.min(warnMs, limitMs / 2)
    return { isOver: leftMs <= 0, secondsLeft: isNear ? Math.max(0, Math.ceil(leftMs / 1000)) : undefined }
  }
  return {
    touch: () => {
      if (!look().isOver) last = now()
    },
    look,
  }
}
