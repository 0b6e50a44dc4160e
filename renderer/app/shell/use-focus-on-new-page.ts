import { useEffect, useRef } from 'react'

/**
 * Moves the focus to the heading when another page opens, so that the keyboard and a screen reader start there.
 *
 * The first page after unlock is left alone, and so is a page that has put the focus into a field itself.
 */
export function useFocusOnNewPage(page: string): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return undefined
    shown.current = page
    const frame = requestAnimationFrame(() => {
      const main = document.querySelector('#page')
      if (main === null || main.contains(document.activeElement)) return
      main.scrollTo({ top: 0 })
      main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [page])
}
