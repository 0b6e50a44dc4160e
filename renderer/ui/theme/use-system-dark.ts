import { useSyncExternalStore } from 'react'

const query = '(prefers-color-scheme: dark)'

/** Follows whether the system asks for a dark theme. */
export function useSystemDark(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
