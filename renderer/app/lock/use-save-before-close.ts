import { useEffect } from 'react'
import { flushDrafts } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'
import { isAnythingUnsaved } from '#renderer/ui/autosaver.ts'

/** Saves every draft when the window is about to close, then lets it. */
export function useSaveBeforeClose(): void {
  useEffect(
    () =>
      host.on('close-requested', () => {
        void flushDrafts().finally(() => host.call('window.close', {}))
      }),
    [],
  )

  // While something is not on the disk the window asks before it goes; the host hears the question and sends the
  // event above. Without it a browser window would close at once.
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (isAnythingUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [])
}
