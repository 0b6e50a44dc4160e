import { useSyncExternalStore } from 'react'

/** What lies over the page: the palette, the list of shortcuts, or nothing. */
export type Layer = 'palette' | 'shortcuts' | undefined

let layer: Layer
const listeners = new Set<() => void>()

function show(next: Layer): void {
  layer = next
  for (const listener of listeners) listener()
}

export function openPalette(): void {
  show('palette')
}

export function openShortcutList(): void {
  show('shortcuts')
}

export function closeLayer(): void {
  show(undefined)
}

/** Follows what lies over the page. */
export function useLayer(): Layer {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => layer,
  )
}
