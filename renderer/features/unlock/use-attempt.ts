import { useEffect, useState } from 'react'
import type { VaultProblem } from '#renderer/data/index.ts'
import { err } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'

export interface Attempt {
  readonly isRunning: boolean
  readonly problem: VaultProblem | undefined
  /** Whole seconds until the next try, 0 when it may be made now. */
  readonly secondsToWait: number
  readonly run: () => Promise<boolean>
}

/** One way to open the vault: whether it runs, why it failed, and how long to wait before the next try. */
export function useAttempt(open: () => Promise<Result<void, VaultProblem>>): Attempt {
  const [isRunning, setRunning] = useState(false)
  const [problem, setProblem] = useState<VaultProblem>()
  const [secondsToWait, setSeconds] = useState(0)

  useEffect(() => {
    if (secondsToWait <= 0) return undefined
    const timer = setTimeout(() => setSeconds(secondsToWait - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsToWait])

  const run = async () => {
    setRunning(true)
    const opened = await open().catch(() => err({ code: 'store-unavailable' } as const))
    setRunning(false)
    setProblem(opened.ok ? undefined : opened.error)
    setSeconds(opened.ok || !('retryInSeconds' in opened.error) ? 0 : opened.error.retryInSeconds)
    return opened.ok
  }
  return { isRunning, problem, secondsToWait, run }
}
