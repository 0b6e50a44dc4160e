import { useEffect } from 'react'
import { flushDrafts } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'

/** Saves every draft when the window is about to close, then lets it. */
export function useSaveBeforeClose(): void {
  useEffect(
    () =>
      host.on('close-requested', () => {
        void flushDrafts().finally(() => host.call('window.close', {}))
      }),
    [],
  )
}
