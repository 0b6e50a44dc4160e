import { serve } from '#renderer/data/workers/rpc.ts'
import type { Channel } from '#renderer/data/workers/rpc.ts'
import { createSqliteOperations } from './sqlite-operations.ts'

// A dedicated worker's own scope; the renderer project knows only the page's.
serve(globalThis as unknown as Channel, { ...createSqliteOperations() })
