import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { createDatabase } from '../store/database.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'
import { keepHeader } from './header-copies.ts'
import { probeVault } from './probe-vault.ts'
import type { FoundVault } from './probe-vault.ts'
import type { SessionPorts } from './session-ports.ts'
import { slotProblem } from './vault-problem.ts'
import type { VaultProblem } from './vault-problem.ts'

/** What a new vault's owner has to keep on paper. */
export interface RecoveryKit {
  readonly recoveryKey: string
  /** Tells this vault's kit from another's. */
  readonly kitCode: string
  /** Instant of creation. */
  readonly createdOn: string
}

export interface MadeVault {
  readonly found: FoundVault
  readonly kit: RecoveryKit
}

/**
 * Makes an empty vault, whose keys the workers hold afterwards, and looks at it as a later start would. The recovery key is
 * in the answer and nowhere else.
 */
export async function makeVault(
  ports: SessionPorts,
  workers: VaultWorkers,
  passphrase: string,
): Promise<Result<MadeVault, VaultProblem>> {
  const created = await workers.create(passphrase, ports.clock.now())
  if (!created.ok) return err(slotProblem(created.error))
  await ports.tellKeys?.(true)
  const { header, keyring, state, recoveryKey, kitCode } = created.value
  const { databaseName, durable } = ports
  // The store first: a header in the data folder without a store would look like a vault that was lost.
  const database = await createDatabase(databaseName, { header, keyring, state })
  await keepHeader(durable, databaseName, { header, keyring })
  database.close()
  const probed = await probeVault(ports)
  if (!probed.ok) return probed
  if (!probed.value) return err({ code: 'no-vault' })
  return ok({ found: probed.value, kit: { recoveryKey, kitCode, createdOn: ports.clock.now() } })
}
