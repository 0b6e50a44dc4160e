import { deriveKey } from '#renderer/data/workers/derive-key.ts'
import type { DeriveRequest } from '#renderer/data/workers/derive-key.ts'
import { serve } from '#renderer/data/workers/rpc.ts'
import type { Channel } from '#renderer/data/workers/rpc.ts'

/** The lowest settings that the program accepts: legal, and a fraction of a second. */
const floor = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const

// A dedicated worker's own scope; the renderer project knows only the page's.
serve(globalThis as unknown as Channel, {
  derive: ({ request, port }: { request: DeriveRequest; port: MessagePort }) =>
    deriveKey(cheap(request), port),
})

/** A new vault takes the floor instead of measuring this computer; an existing one keeps its settings. */
function cheap(request: DeriveRequest): DeriveRequest {
  return 'calibrateWithSalt' in request.kdf
    ? { ...request, kdf: { ...floor, salt: request.kdf.calibrateWithSalt } }
    : request
}
