import { useEffect } from 'react'

/** Brings the part of the paper that the address names into view, and the cursor into its first field. */
export function useScrollToPart(part: string | undefined): void {
  useEffect(() => {
    if (part === undefined) return undefined
    const frame = requestAnimationFrame(() => {
      const place = document.querySelector(`[data-part="${CSS.escape(part)}"]`)
      place?.scrollIntoView({ block: 'start' })
      place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [part])
}
