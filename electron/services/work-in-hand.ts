/** What is under way in the host for the page and must be over before the vault is locked: exports, prints, backups. */
export interface WorkInHand {
  /** Runs a piece of work with a signal that says when to stop; whoever works looks at it before writing anything. */
  run<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T>
  /** Tells all pieces to stop and waits until they have, two seconds at most; later pieces run as usual. */
  stop(): Promise<void>
  /** Has something done when the program ends. */
  atEnd(work: () => Promise<unknown>): void
  /** The program ends: does what was asked for, and waits for it as long as `stop` would. */
  end(): Promise<void>
}

const PATIENCE_MS = 2_000

/** Starts with nothing in hand. */
export function createWorkInHand(patienceMs: number = PATIENCE_MS): WorkInHand {
  const pieces = new Map<AbortController, Promise<unknown>>()
  const lastWork: (() => Promise<unknown>)[] = []
  // A piece that hangs must not keep the vault open, nor the program.
  const allOf = async (all: Iterable<Promise<unknown>>) => {
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref())
    await Promise.race([Promise.allSettled(all), patience])
  }
  return {
    async run(work) {
      const controller = new AbortController()
      const piece = work(controller.signal)
      pieces.set(controller, piece)
      try {
        return await piece
      } finally {
        pieces.delete(controller)
      }
    },
    async stop() {
      for (const controller of pieces.keys()) controller.abort()
      await allOf(pieces.values())
    },
    atEnd: (work) => void lastWork.push(work),
    end: () => allOf(lastWork.map((work) => work())),
  }
}
