import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import { createCaller } from '../workers/rpc.ts'
import type { Caller } from '../workers/rpc.ts'

/** A second engine over the open vault's keys, and the way to let go of it. */
export interface TwinEngine {
  readonly call: Caller<CryptoOperations>
  readonly end: () => void
}

/** Opens one in the vault's own crypto worker: what is done with it never touches the open vault's manifest. */
export async function openTwin(crypto: Caller<CryptoOperations>): Promise<TwinEngine> {
  const { port1, port2 } = new MessageChannel()
  const call = createCaller<CryptoOperations>(port1)
  await crypto('openTwin', { port: port2 }, [port2])
  return { call, end: () => port1.close() }
}
