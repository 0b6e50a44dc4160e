import type { Result } from '#shared/domain/result.ts'

export type AutosaveState = 'saved' | 'waiting' | 'saving' | 'failed'

/** Saves one value at a time, the newest last. A save that throws counts as failed. */
export type Save<T> = (value: T) => Promise<Result<unknown, unknown>>

export interface Autosaver<T> {
  /** Takes a new value and saves it after a pause. */
  readonly push: (value: T, save: Save<T>) => void
  /** Saves what waits now; settles when nothing is on the way any more, and tells whether all of it is saved. */
  readonly flush: () => Promise<boolean>
}

interface Waiting<T> {
  readonly value: T
  readonly save: Save<T>
}

interface AutosaverOptions {
  readonly delayMs: number
  /** How long after a failed save the same value is tried again. */
  readonly retryMs: number
  readonly onState: (state: AutosaveState) => void
}

const unsaved = new Set<object>()
const listeners = new Set<() => void>()

/** Tells whether anything that was typed anywhere is not on the disk yet. */
export function isAnythingUnsaved(): boolean {
  return unsaved.size > 0
}

/** Calls back whenever the answer of `isAnythingUnsaved` may have changed; answers with the way to stop. */
export function subscribeToUnsaved(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markUnsaved(mark: object, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(mark)
  else unsaved.delete(mark)
  for (const listener of listeners) listener()
}

/** Makes an autosaver: what is typed waits for a pause, is saved in order, and is never dropped when a save fails. */
export function createAutosaver<T>({ delayMs, retryMs, onState }: AutosaverOptions): Autosaver<T> {
  const mark = {}
  let waiting: Waiting<T> | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const after = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const saveOne = async (next: Waiting<T>): Promise<boolean> => {
    onState('saving')
    const isSaved = await next.save(next.value).then(
      (result) => result.ok,
      () => false,
    )
    if (isSaved) return true
    waiting ??= next
    onState('failed')
    after(retryMs)
    return false
  }

  const drain = async (): Promise<void> => {
    while (waiting) {
      const next = waiting
      waiting = undefined
      if (!(await saveOne(next))) return
    }
    markUnsaved(mark, false)
    onState('saved')
  }

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer)
    if (running) await running
    if (waiting) {
      running = drain().finally(() => (running = undefined))
      await running
    }
    return waiting === undefined
  }

  return {
    push: (value, save) => {
      waiting = { value, save }
      markUnsaved(mark, true)
      onState('waiting')
      after(delayMs)
    },
    flush,
  }
}
