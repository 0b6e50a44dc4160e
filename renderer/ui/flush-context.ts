import { createContext, useContext, useEffect } from 'react'

/** Lets a draft be saved before the vault locks or the window closes; the shell gives the vault's own. */
export type RegisterFlush = (flush: () => Promise<unknown>) => () => void

export const FlushContext = createContext<RegisterFlush>(() => () => undefined)

/**
 * Has `flush` run before lock and close, and when the component goes; then `letGo` drops what a rule refused, whose
 * reason nobody sees any more. Both must be the same functions each time.
 */
export function useFlushUntilSaved(flush: () => Promise<boolean>, letGo: () => boolean): void {
  const registerFlush = useContext(FlushContext)
  useEffect(() => {
    const unregister = registerFlush(flush)
    // A save on the way when the component goes must still be waited for by a lock; one that failed, too.
    return () => void flush().then((isSaved) => (isSaved || letGo()) && unregister())
  }, [flush, letGo, registerFlush])
}
