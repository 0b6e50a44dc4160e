import type { WorkerHandle } from '#renderer/data/workers/vault-workers.ts'

interface Message {
  readonly id: number
  readonly name?: string
  readonly ok?: boolean
}

/**
 * A crypto worker whose comparisons with the sealed list always come out well, as if nobody had compared. Everything else
 * it does is real: what a proof still finds with it, it finds by looking at the records themselves.
 */
export function credulous(worker: WorkerHandle): WorkerHandle {
  const comparisons = new Set<number>()
  let listener: WorkerHandle['onmessage'] = null
  worker.onmessage = (event: MessageEvent) => {
    // Only the two sides of this channel speak on it.
    const reply = event.data as Message
    if (!comparisons.delete(reply.id)) return listener?.(event)
    const value = { heads: true, bodies: true, bodyNames: true }
    return listener?.(new MessageEvent('message', { data: { id: reply.id, ok: true, value } }))
  }
  return {
    postMessage(message, transfer) {
      const { id, name } = message as Message
      if (name === 'checkManifest') comparisons.add(id)
      worker.postMessage(message, transfer)
    },
    get onmessage() {
      return listener
    },
    set onmessage(next) {
      listener = next
    },
    terminate: () => worker.terminate(),
  }
}
