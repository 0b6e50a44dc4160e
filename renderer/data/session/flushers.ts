/** Pieces of the screen that hold drafts and can write them on demand. */
export interface Flushers {
  register(flush: () => Promise<unknown>): () => void
  /** Runs all of them; answers how many threw or answered `false`. One that fails does not stop the others. */
  run(): Promise<number>
}

/** Starts with nobody registered. */
export function createFlushers(): Flushers {
  const registered = new Set<() => Promise<unknown>>()
  return {
    register(flush) {
      // Each registration stands for itself: one that is taken back late must not take a newer one of the same function.
      const own = () => flush()
      registered.add(own)
      return () => registered.delete(own)
    },
    async run() {
      const results = await Promise.allSettled([...registered].map(async (flush) => flush()))
      return results.filter((result) => result.status === 'rejected' || result.value === false).length
    },
  }
}
