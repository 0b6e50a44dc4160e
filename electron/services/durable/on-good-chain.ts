import type { Journal } from './journal.ts'
import { DamagedFile } from './row-index.ts'
import type { Turns } from './turns.ts'

/** More files than this that fall over one after another: the disk itself is failing. */
const mostTries = 8

/**
 * Takes what it needs of the chain in turn with appending, then reads files outside of it. Where one does not verify, it
 * is left out and the whole begins again with what is left: an older snapshot and the journals after it.
 */
export async function onGoodChain<T, R>(
  journal: Journal,
  turns: Turns,
  take: () => Promise<T>,
  work: (taken: T) => Promise<R>,
): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    const taken = await turns.run(take)
    try {
      return await work(taken)
    } catch (error) {
      if (!(error instanceof DamagedFile) || tries === mostTries) throw error
      await turns.run(() => journal.distrust(error.file))
    }
  }
}
