import '#renderer/host/without-network.ts'
import { deriveKey } from './derive-key.ts'
import type { DeriveRequest } from './derive-key.ts'
import { serve } from './rpc.ts'
import type { Channel } from './rpc.ts'

// A dedicated worker's own scope; the renderer project knows only the page's.
serve(globalThis as unknown as Channel, {
  derive: ({ request, port }: { request: DeriveRequest; port: MessagePort }) => deriveKey(request, port),
})
