import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Gives the focus a place to go on from when what had it is gone: a page that follows another, a step of a task, a field that
 * could not be used for a moment. Whoever has put it somewhere keeps it.
 *
 * @param step changes whenever the focus may have been lost.
 * @param from `start`: also when this appears; `change`: only later.
 */
export function useFocusWhenLost<T extends HTMLElement>(
  step: unknown,
  from: 'start' | 'change' = 'start',
): RefObject<T | null> {
  const place = useRef<T>(null)
  const isNew = useRef(true)
  useEffect(() => {
    const skip = isNew.current && from === 'change'
    isNew.current = false
    if (!skip && isFocusLost()) place.current?.focus({ preventScroll: true })
  }, [step, from])
  return place
}

// A button that is disabled while something runs loses the focus only when the page is painted next.
function isFocusLost(): boolean {
  const { activeElement: active } = document
  return active === null || active === document.body || active.matches(':disabled')
}
