import type { CDPSession, Page } from 'playwright-core'

const bytesPerMegabyte = 1024 * 1024

/** What JavaScript holds after a collection, buffers and WebAssembly memory included, in the page and in its workers. */
export async function heapOf(page: Page): Promise<Readonly<Record<string, number>>> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const own = held((await session.send('Runtime.getHeapUsage')) as HeapUsage)
    const workers = await Promise.all(
      (await attachToWorkers(session)).map(async (worker) => {
        await askWorker(session, worker, 'HeapProfiler.collectGarbage')
        return held(await askWorker(session, worker, 'Runtime.getHeapUsage'))
      }),
    )
    return { 'heap-mb': (own + workers.reduce((sum, each) => sum + each, 0)) / bytesPerMegabyte }
  } finally {
    await session.detach()
  }
}

interface HeapUsage {
  readonly usedSize: number
  readonly embedderHeapUsedSize?: number
  readonly backingStorageSize?: number
}

function held({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: HeapUsage): number {
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

async function attachToWorkers(session: CDPSession): Promise<readonly string[]> {
  const found: string[] = []
  const hear = ({ sessionId, targetInfo }: { sessionId: string; targetInfo: { type: string } }) => {
    if (targetInfo.type === 'worker') found.push(sessionId)
  }
  session.on('Target.attachedToTarget', hear)
  // Answers after it has told of every worker that there is.
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  session.off('Target.attachedToTarget', hear)
  return found
}

let lastId = 0

function askWorker(session: CDPSession, sessionId: string, method: string): Promise<HeapUsage> {
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const hear = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as { id?: number; result?: HeapUsage }
      if (event.sessionId !== sessionId || answer.id !== id) return
      session.off('Target.receivedMessageFromTarget', hear)
      resolve(answer.result ?? { usedSize: 0 })
    }
    session.on('Target.receivedMessageFromTarget', hear)
    session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject)
  })
}
