import { useEffect, useRef } from 'react'

const longestWaitMs = 3000

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
    document.querySelector('#page')?.scrollTo({ top: 0 })
    return whenReady(focusHeading)
  }, [page])
}

// A page comes when its part of the program has been loaded, and a dialog that led here gives its focus back first.
function whenReady(act: (heading: HTMLElement) => void): () => void {
  const start = performance.now()
  let frame = requestAnimationFrame(function look() {
    const heading = document.querySelector<HTMLElement>('#page h1')
    if (heading && !document.querySelector('[aria-modal="true"]')) act(heading)
    else if (performance.now() - start < longestWaitMs) frame = requestAnimationFrame(look)
  })
  return () => cancelAnimationFrame(frame)
}

function focusHeading(heading: HTMLElement): void {
  if (document.querySelector('#page')?.contains(document.activeElement)) return
  heading.focus({ preventScroll: true })
}
