import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import { createCaller } from '#renderer/data/workers/rpc.ts'
import { defaultKdf } from '#shared/vault/kdf.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import type { DeriveRequest, KdfOperations } from '#renderer/data/workers/derive-key.ts'
import type { Measurement } from './measure.ts'

const passphrase = 'six words of the bench itself'

/** One derivation with the settings that a vault starts from, in the product's own worker, start of the worker included. */
export async function measureKdf(): Promise<Measurement> {
  const started = performance.now()
  await derive({ ...defaultKdf, salt: randomBytes(16) })
  return { metric: 'kdf', subject: 'evenhand', unit: 'ms', value: performance.now() - started }
}

/** Finds the settings for this computer, as a new vault does, and takes the time of one derivation with them. */
export async function calibrateHere(): Promise<{
  readonly memoryKiB: number
  readonly passes: number
  readonly tookMs: number
}> {
  const found = await derive({ calibrateWithSalt: randomBytes(16) })
  if (!found.ok) throw new Error('No settings were found')
  const started = performance.now()
  await derive(found.kdf)
  return { memoryKiB: found.kdf.memoryKiB, passes: found.kdf.passes, tookMs: performance.now() - started }
}

async function derive(kdf: DeriveRequest['kdf']): Promise<DerivedKey> {
  const worker = browserPorts().workers.kdf()
  const { port1, port2 } = new MessageChannel()
  const received = new Promise<DerivedKey>((resolve) => {
    // The other end is the product's own derivation worker.
    port2.onmessage = ({ data }: MessageEvent) => resolve(data as DerivedKey)
  })
  await createCaller<KdfOperations>(worker)('derive', { request: { passphrase, kdf }, port: port1 }, [port1])
  const derived = await received
  port2.close()
  worker.terminate()
  return derived
}
