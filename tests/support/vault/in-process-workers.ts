import { createHash } from 'node:crypto'
import { defaultKdf } from '#shared/vault/kdf.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'
import { createCryptoEngine } from '#renderer/data/workers/crypto-engine.ts'
import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import { deriveKey } from '#renderer/data/workers/derive-key.ts'
import type { DeriveRequest } from '#renderer/data/workers/derive-key.ts'
import { serve } from '#renderer/data/workers/rpc.ts'
import type { Channel } from '#renderer/data/workers/rpc.ts'
import type { WorkerFactory, WorkerHandle } from '#renderer/data/workers/vault-workers.ts'

/** The real engine and the real Argon2id behind real message channels, without threads. New vaults get the floor of 64 MiB. */
export const inProcessWorkers: WorkerFactory = {
  crypto: () => inProcess((channel) => serve(channel, { ...createCryptoEngine() })),
  kdf: () =>
    inProcess((channel) =>
      serve(channel, {
        derive: ({ request, port }: { request: DeriveRequest; port: MessagePort }) =>
          deriveKey(atFloor(request), port),
      }),
    ),
}

/** The real engine with a hash in place of Argon2id, for tests that open vaults often and are about something else. */
export const quickWorkers: WorkerFactory = {
  crypto: inProcessWorkers.crypto,
  kdf: () =>
    inProcess((channel) =>
      serve(channel, {
        derive: ({ request, port }: { request: DeriveRequest; port: MessagePort }) => {
          const kdf = kdfOf(atFloor(request))
          const key = createHash('sha256').update(kdf.salt).update(request.passphrase).digest()
          port.postMessage({ ok: true, key: new Uint8Array(key), kdf } satisfies DerivedKey)
          return { ok: true, tookMs: 0 }
        },
      }),
    ),
}

function kdfOf({ kdf }: DeriveRequest): KdfParameters {
  if ('calibrateWithSalt' in kdf) throw new TypeError('settled before')
  return kdf
}

function atFloor(request: DeriveRequest): DeriveRequest {
  if (!('calibrateWithSalt' in request.kdf)) return request
  const kdf = { ...defaultKdf, memoryKiB: 64 * 1024, salt: request.kdf.calibrateWithSalt }
  return { ...request, kdf }
}

function inProcess(start: (channel: Channel) => void): WorkerHandle {
  const { port1, port2 } = new MessageChannel()
  start(port1)
  return Object.assign(port2, {
    terminate: () => {
      port1.close()
      port2.close()
    },
  })
}
