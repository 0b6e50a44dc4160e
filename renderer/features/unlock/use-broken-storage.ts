import { useEffect, useState } from 'react'
import { storageCare } from '#renderer/data/index.ts'
import type { CopyVerdict } from '#renderer/data/index.ts'

/** Why the last attempt to set the storage aside came to nothing. */
export type AsideProblem = 'held' | 'disk-full' | 'not-writable'

export interface BrokenStorage {
  /** Undefined as long as the second copy is being read. */
  readonly copy: CopyVerdict | undefined
  readonly problem: AsideProblem | undefined
  readonly isGoing: boolean
  readonly setAside: () => Promise<void>
}

/** Reads the second copy at once, so that nothing is offered that could lose anything. */
export function useBrokenStorage(): BrokenStorage {
  const [copy, setCopy] = useState<CopyVerdict>()
  const [problem, setProblem] = useState<AsideProblem>()
  const [isGoing, setGoing] = useState(false)

  useEffect(() => {
    let isCurrent = true
    void Promise.all([storageCare.checkCopy(), storageCare.look()]).then(([verdict, facts]) => {
      if (!isCurrent) return
      setCopy(verdict)
      if (facts?.lastTry === 'failed') setProblem('held')
    })
    return () => {
      isCurrent = false
    }
  }, [])

  const setAside = async () => {
    setGoing(true)
    const done = await storageCare.setAside()
    // Where it was done this page is gone before it hears of it.
    if (done.ok) return
    setGoing(false)
    if (done.error.code === 'copy-not-whole') setCopy('incomplete')
    else setProblem(done.error.code === 'disk-full' ? 'disk-full' : 'not-writable')
  }
  return { copy, problem, isGoing, setAside }
}
