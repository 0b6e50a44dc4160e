import { useSyncExternalStore } from 'react'

/** What lies over the page: the palette, the list of shortcuts, or nothing. */
export type Layer = 'palette' | 'shortcuts' | undefined

let layer: Layer
let focusedBefore: Element | null = null
const listeners = new Set<() => void>()

function show(next: Layer): void {
  if (layer === undefined) focusedBefore = document.activeElement
  layer = next
  for (const listener of listeners) listener()
}

export function openPalette(): void {
  show('palette')
}

export function openShortcutList(): void {
  show('shortcuts')
}

/** Takes the layer away and gives the focus back to where it was before, unless something else has taken it. */
export function closeLayer(): void {
  const returnTo = focusedBefore
  show(undefined)
  requestAnimationFrame(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (layer === undefined && isFree && returnTo instanceof HTMLElement && returnTo.isConnected)
      returnTo.focus()
  })
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
