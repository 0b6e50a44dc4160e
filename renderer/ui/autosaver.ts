import type { Result } from '#shared/domain/result.ts'

export type AutosaveState = 'saved' | 'waiting' | 'saving' | 'failed'

/** Saves one value at a time, the newest last. A save that throws counts as failed. */
export type Save<T> = (value: T) => Promise<Result<unknown, unknown>>

export interface Autosaver<T> {
  /** Takes a new value and saves it after a pause. */
  readonly push: (value: T, save: Save<T>) => void
  /** Saves what waits now; settles when nothing is on the way any more, and tells whether all of it is saved. */
  readonly flush: () => Promise<boolean>
  /**
   * Drops a value that a rule refused, once the field that showed why is gone: applied later it would come unseen.
   * A value that the disk could not take stays. Tells whether nothing waits any more.
   */
  readonly letGo: () => boolean
}

interface Waiting<T> {
  readonly value: T
  readonly save: Save<T>
}

interface AutosaverOptions {
  readonly delayMs: number
  /** How long after the disk could not take a value the same one is tried again; a refused one waits for a change. */
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
  let isRefused = false

  const after = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const saveOne = async (next: Waiting<T>): Promise<boolean> => {
    onState('saving')
    const outcome = await next.save(next.value).then(outcomeOf, () => 'failed' as const)
    if (outcome === 'saved') return true
    isRefused = waiting === undefined && outcome === 'refused'
    waiting ??= next
    onState('failed')
    if (!isRefused) after(retryMs)
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

  const letGo = (): boolean => {
    if (!isRefused || !waiting) return waiting === undefined
    waiting = undefined
    markUnsaved(mark, false)
    return true
  }

  return {
    letGo,
    push: (value, save) => {
      waiting = { value, save }
      isRefused = false
      markUnsaved(mark, true)
      onState('waiting')
      after(delayMs)
    },
    flush,
  }
}

/** A rule refuses for good, until the value changes; the disk may take the same value a moment later. */
function outcomeOf(result: Result<unknown, unknown>): 'saved' | 'refused' | 'failed' {
  if (result.ok) return 'saved'
  const { error } = result
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return code === 'not-saved' || code === 'internal' ? 'failed' : 'refused'
}
