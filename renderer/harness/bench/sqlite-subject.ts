import { startWorker } from '#renderer/host/index.ts'
import { createCaller } from '#renderer/data/workers/rpc.ts'
import type { BenchSubject } from './subject.ts'
import sqliteWorkerUrl from './sqlite-worker.ts?worker&url'
import type { SqliteOperations } from './sqlite-operations.ts'

/** SQLite with SQLite3 Multiple Ciphers (ChaCha20-Poly1305 on each page), in a worker, on the origin's private files. */
export function sqliteWasm(): BenchSubject {
  const call = createCaller<SqliteOperations>(startWorker(sqliteWorkerUrl, 'sqlite'))
  return {
    create: () => call('open', {}),
    insert: (notes) => call('insert', { notes }),
    close: () => call('close', {}),
    openAndList: async () => {
      await call('open', {})
      return call('list', {})
    },
    readAll: () => call('texts', {}),
    openCase: (caseId) => call('texts', { caseId }),
    saveText: (id, text) => call('save', { id, text }),
  }
}
