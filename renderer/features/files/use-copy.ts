import { useEffect, useRef, useState } from 'react'
import { vaultFiles } from '#renderer/data/index.ts'
import type { FileProblem } from '#renderer/data/index.ts'
import { host } from '#renderer/host/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

export type CopyState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly doneBytes: number }
  /** `folder`: where copies go without a question, or null where the person chose the place. */
  | { readonly state: 'saved'; readonly fileName: string; readonly folder: string | null }
  | { readonly state: 'failed'; readonly problem: FileProblem }

export interface Copying {
  readonly status: CopyState
  readonly save: () => Promise<void>
  readonly stop: () => void
}

/** Saves a copy of a file and tells how it goes. Leaving the page stops it, and then no copy is left. */
export function useCopy(file: RecordEntry<'attachment'>): Copying {
  const [status, setStatus] = useState<CopyState>({ state: 'idle' })
  const stopper = useRef<AbortController | undefined>(undefined)
  const stop = () => stopper.current?.abort()
  useEffect(() => stop, [])

  const save = async () => {
    const controller = new AbortController()
    stopper.current = controller
    setStatus({ state: 'working', doneBytes: 0 })
    const saved = await vaultFiles.saveCopy(file, neutralName(file), {
      signal: controller.signal,
      onProgress: (doneBytes) => setStatus({ state: 'working', doneBytes }),
    })
    if (!saved.ok) {
      const { error: problem } = saved
      setStatus(problem.code === 'cancelled' ? { state: 'idle' } : { state: 'failed', problem })
      return
    }
    const info = await host.call('app.info', {})
    const folder = info.ok ? info.value.exportFolder : null
    setStatus({ state: 'saved', fileName: saved.value.fileName, folder })
  }
  return { status, save, stop }
}

/** A name that tells nothing of the family: a folder of downloads is seen by many. */
function neutralName({ head }: RecordEntry<'attachment'>): string {
  return `File ${head.receivedOn}`
}
