import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** Measures how far a sheet of a given width has to shrink to fit its frame; it never grows. */
export function usePaperScale(sheetPx: number): {
  readonly frameRef: RefObject<HTMLDivElement | null>
  readonly scale: number
} {
  const frameRef = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const frame = frameRef.current
    if (frame === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? sheetPx
      // Rounded down, so that a hair's breadth never makes a scroll bar that changes the width again.
      if (width > 0) setScale(Math.min(1, Math.floor((width / sheetPx) * 1000) / 1000))
    })
    observer.observe(frame)
    return () => observer.disconnect()
  }, [sheetPx])
  return { frameRef, scale }
}
