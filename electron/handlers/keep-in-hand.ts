import type { WorkInHand } from '../services/work-in-hand.ts'

/** Shows what goes over many calls as work in hand, which the lock stops; `release` takes away what is unfinished. */
export function keepInHand(work: WorkInHand, release: () => Promise<void>) {
  let over = Promise.withResolvers<void>()
  over.resolve()
  return {
    begin(): void {
      over.resolve()
      const current = Promise.withResolvers<void>()
      over = current
      void work.run(async (stop) => {
        stop.addEventListener('abort', () => void release().finally(current.resolve), { once: true })
        await current.promise
      })
    },
    end: (): void => over.resolve(),
  }
}
