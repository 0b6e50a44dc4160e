import { useContext, useEffect, useEffectEvent } from 'react'
import { FlushContext } from './flush-context.ts'

/** Runs `flush` before the vault locks and before the window closes: for a form whose text is not kept as it is typed. */
export function useFlushOnLeave(flush: () => Promise<void>): void {
  const registerFlush = useContext(FlushContext)
  const latest = useEffectEvent(flush)
  useEffect(() => registerFlush(() => latest()), [registerFlush])
}
