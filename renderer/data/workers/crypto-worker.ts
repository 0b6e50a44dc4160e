import '#renderer/host/without-network.ts'
import { createCryptoEngine } from './crypto-engine.ts'
import { serve } from './rpc.ts'
import type { Channel } from './rpc.ts'

// A dedicated worker's own scope; the renderer project knows only the page's.
serve(globalThis as unknown as Channel, { ...createCryptoEngine() })
