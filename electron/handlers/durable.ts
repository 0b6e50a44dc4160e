import type { DurableMethods } from '../services/durable/durable-vault.ts'
import { createDurableVault } from '../services/durable/durable-vault.ts'
import { realDisk } from '../services/durable/disk.ts'
import type { HostPorts } from '../ports.ts'
import type { Log } from '../services/log/log.ts'

/** One handler for each `durable.*` of the contract, over the vault's folder of this host. */
export function createDurableHandlers({ vault, clock, windows, work }: HostPorts, log: Log): DurableMethods {
  const { folder, writer } = vault
  const generation = () => windows.generation
  const durable = createDurableVault({ disk: realDisk, folder, writer, clock, log, generation })
  work.atEnd(() => durable.close())
  return durable.methods
}
