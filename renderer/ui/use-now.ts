import { useEffect, useState } from 'react'
import type { Instant } from '#shared/domain/time/plain-date.ts'

/** The present instant, told anew every half minute, so that clocks on a screen run while it is open. */
export function useNow(): Instant {
  const [now, setNow] = useState(readClock)
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function readClock(): Instant {
  return new Date().toISOString()
}
