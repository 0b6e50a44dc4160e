import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import type { DeriveReport, DeriveRequest } from '#renderer/data/workers/derive-key.ts'
import { serve } from '#renderer/data/workers/rpc.ts'
import type { WorkerHandle } from '#renderer/data/workers/vault-workers.ts'

/** Hands out a fixed key at once where the derivation would run, so that unlocking can be measured apart from it. */
export function knownKeyWorker(): WorkerHandle {
  const { port1, port2 } = new MessageChannel()
  serve(port1, { derive })
  return Object.assign(port2, {
    terminate: () => {
      port1.close()
      port2.close()
    },
  })
}

function derive({ request, port }: { request: DeriveRequest; port: MessagePort }): DeriveReport {
  const { kdf } = request
  const used =
    'calibrateWithSalt' in kdf ? { memoryKiB: 65536, passes: 3, lanes: 1, salt: kdf.calibrateWithSalt } : kdf
  port.postMessage({ ok: true, key: new Uint8Array(32).fill(5), kdf: used } satisfies DerivedKey)
  return { ok: true, tookMs: 0 }
}
