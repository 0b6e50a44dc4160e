import { useState } from 'react'
import type { Result } from '#shared/domain/result.ts'
import { createAutosaver } from './autosaver.ts'
import type { Autosaver, AutosaveState } from './autosaver.ts'
import { useFlushUntilSaved } from './flush-context.ts'

export interface DraftProblem {
  readonly code: string
  readonly [fact: string]: unknown
}

interface DraftOptions<T> {
  /** What the vault holds. */
  readonly saved: T
  readonly save: (value: T) => Promise<Result<unknown, DraftProblem>>
  readonly delayMs?: number
}

export interface Draft<T> {
  readonly value: T
  readonly change: (value: T) => void
  /** Saves at once what waits: for blur, and before a command that reads it. */
  readonly flush: () => Promise<boolean>
  readonly state: AutosaveState
  /** Why the last save was refused; what was typed stays. */
  readonly problem: DraftProblem | undefined
}

/**
 * A field that saves itself while it is typed: after 800 ms of quiet, on `flush`, when the component goes, before
 * lock and before close.
 *
 * Once something was typed, the field shows what was typed and never again what the vault says, so that a save that
 * comes back late cannot write over the cursor. Give the component a `key` of the record it belongs to.
 */
export function useDraft<T>({ saved, save, delayMs = 800 }: DraftOptions<T>): Draft<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | undefined>(undefined)
  const [state, setState] = useState<AutosaveState>('saved')
  const [problem, setProblem] = useState<DraftProblem | undefined>(undefined)
  const [autosaver] = useState<Autosaver<T>>(() =>
    createAutosaver<T>({ delayMs, retryMs: 4000, onState: setState }),
  )

  useFlushUntilSaved(autosaver.flush, autosaver.letGo)

  const change = (value: T) => {
    setTyped({ value })
    autosaver.push(value, async (latest) => {
      const result = await save(latest)
      setProblem(result.ok ? undefined : result.error)
      return result
    })
  }

  return { value: typed === undefined ? saved : typed.value, change, flush: autosaver.flush, state, problem }
}
