import { useEffect, useEffectEvent } from 'react'
import { useFileDrop } from '#renderer/ui/use-file-drop.ts'

/** Takes files dropped anywhere in the window, or pasted outside a field. Tells whether files hang over the window. */
export function useIncomingFiles(onFiles: (files: readonly File[]) => void): boolean {
  const take = useEffectEvent((files: readonly File[]) => {
    if (files.length > 0) onFiles(files)
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (!isInField(event.target)) take([...(event.clipboardData?.files ?? [])])
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
  return useFileDrop((files) => {
    if (files.length > 0) onFiles(files)
  })
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}
