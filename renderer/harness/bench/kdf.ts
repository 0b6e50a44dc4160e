import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import { createCaller } from '#renderer/data/workers/rpc.ts'
import { defaultKdf } from '#shared/vault/kdf.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import type { KdfOperations } from '#renderer/data/workers/derive-key.ts'
import type { Measurement } from './measure.ts'

/** One derivation with the settings that a vault starts from, in the product's own worker, start of the worker included. */
export async function measureKdf(): Promise<Measurement> {
  const started = performance.now()
  const worker = browserPorts().workers.kdf()
  const { port1, port2 } = new MessageChannel()
  const kdf = { ...defaultKdf, salt: randomBytes(16) }
  await createCaller<KdfOperations>(worker)(
    'derive',
    { request: { passphrase: 'six words of the bench itself', kdf }, port: port1 },
    [port1],
  )
  const value = performance.now() - started
  port2.close()
  worker.terminate()
  return { metric: 'kdf', subject: 'evenhand', unit: 'ms', value }
}
