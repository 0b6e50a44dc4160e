import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { createAutosaver } from './autosaver.ts'
import type { AutosaveState, Autosaver, Save } from './autosaver.ts'

/** Lets a draft be saved before the vault locks or the window closes; the shell gives the vault's own. */
export type RegisterFlush = (flush: () => Promise<unknown>) => () => void

export const FlushContext = createContext<RegisterFlush>(() => () => undefined)

interface AutosaveOptions<T> {
  /** What is saved now. It must be the same object as long as nothing changed. */
  readonly value: T
  readonly save: Save<T>
  /** Which record it belongs to: another key starts afresh, after the old value is saved. */
  readonly key?: string
  readonly delayMs?: number
}

/**
 * Saves a draft while it is typed: after 800 ms of quiet, when the component goes, before lock and before close.
 *
 * Call `flush` on blur. A failed save is kept and tried again.
 */
export function useAutosave<T>({ value, save, key = '', delayMs = 800 }: AutosaveOptions<T>): {
  readonly state: AutosaveState
  readonly flush: () => Promise<boolean>
} {
  const registerFlush = useContext(FlushContext)
  const [state, setState] = useState<AutosaveState>('saved')
  const [autosaver] = useState<Autosaver<T>>(() =>
    createAutosaver<T>({ delayMs, retryMs: 4000, onState: setState }),
  )
  const seen = useRef({ key, value })
  const latestSave = useRef(save)

  useEffect(() => {
    latestSave.current = save
  })

  useEffect(() => {
    const isOther = seen.current.key !== key
    const isSame = Object.is(seen.current.value, value)
    seen.current = { key, value }
    if (isOther) void autosaver.flush()
    else if (!isSame) autosaver.push(value, latestSave.current)
  }, [autosaver, key, value])

  useEffect(() => {
    const unregister = registerFlush(autosaver.flush)
    // A save on the way when the component goes must still be waited for by a lock; one that failed, too.
    return () => void autosaver.flush().then((isSaved) => isSaved && unregister())
  }, [autosaver, registerFlush])

  return { state, flush: autosaver.flush }
}
