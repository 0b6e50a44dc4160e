import { useEffect } from 'react'

/**
 * Brings the part of a page that the address names (`data-part`) into view and puts the focus into it.
 *
 * A link that is chosen a second time leads there again, although the address does not change.
 */
export function useGoToPart(part: string | undefined): void {
  useEffect(() => {
    if (part === undefined) return undefined
    const frame = requestAnimationFrame(() => goTo(part))
    const again = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link?.hash === location.hash) goTo(part)
    }
    document.addEventListener('click', again)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('click', again)
    }
  }, [part])
}

function goTo(part: string): void {
  const target = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
  target?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  const field = target?.querySelector<HTMLElement>('textarea, input, [role="radio"], button')
  field?.focus({ preventScroll: true })
}
