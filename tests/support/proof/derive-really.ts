import { deriveKey } from '#renderer/data/workers/derive-key.ts'
import type { DerivedKey } from '#renderer/data/workers/crypto-protocol.ts'
import type { KdfParameters } from '#shared/vault/kdf.ts'

/** Runs the product's own Argon2id, as its worker does; `undefined` when it refuses. */
export async function deriveReally(passphrase: string, kdf: KdfParameters): Promise<Uint8Array | undefined> {
  const { port1, port2 } = new MessageChannel()
  const received = new Promise<DerivedKey>((resolve) => {
    port2.onmessage = ({ data }) => {
      port2.close()
      resolve(data as DerivedKey)
    }
  })
  await deriveKey({ passphrase, kdf }, port1)
  const derived = await received
  return derived.ok ? derived.key : undefined
}
