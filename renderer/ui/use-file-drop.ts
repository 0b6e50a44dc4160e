import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Takes files dropped anywhere in the window; without this the page would leave for a dropped file. Tells whether files
 * hang over the window.
 */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((files: readonly File[]) => onDrop(files))
  useEffect(() => {
    const hover = (event: DragEvent) => {
      event.preventDefault()
      if (event.dataTransfer?.types.includes('Files') === true) setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', hover)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hover)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}
