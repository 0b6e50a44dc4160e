import { useEffect, useState } from 'react'
import { flushDrafts } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'
import { isAnythingUnsaved } from '#renderer/ui/autosaver.ts'

/** Whether the person is asked what shall become of words that could not be saved. */
export interface CloseQuestion {
  readonly isAsked: boolean
  readonly stay: () => void
  readonly closeAnyway: () => void
}

const patienceMs = 8_000

/** Saves every draft when the window is about to close, then lets it; where that fails, the person decides. */
export function useSaveBeforeClose(): CloseQuestion {
  const [isAsked, setAsked] = useState(false)

  useEffect(
    () =>
      host.on('close-requested', () => {
        // Said at once: a host that hears nothing takes the page for one that hangs.
        void host.call('window.stay', {})
        void saveInTime().then((isSaved) => (isSaved ? closeWindow() : setAsked(true)))
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

  return { isAsked, stay: () => setAsked(false), closeAnyway: closeWindow }
}

function closeWindow(): void {
  void host.call('window.close', {})
}

function saveInTime(): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))
  return Promise.race([flushDrafts().catch(() => false), patience])
}
