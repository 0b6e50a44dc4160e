import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { findDatabase, openDatabase } from '../store/database.ts'
import type { VaultDatabase } from '../store/database.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'
import type { SessionPorts } from './session-ports.ts'
import type { VaultProblem } from './vault-problem.ts'

export interface FoundVault {
  readonly database: VaultDatabase
  readonly files: VaultFiles
  readonly header: VaultHeader
}

/** Looks what is on this computer without changing it; `undefined` when there has never been a vault. */
export async function probeVault({
  databaseName,
  witness,
}: Pick<SessionPorts, 'databaseName' | 'witness'>): Promise<Result<FoundVault | undefined, VaultProblem>> {
  const found = await findDatabase(databaseName)
  if (found === 'newer') return err({ code: 'newer-vault' })
  if (found === 'none') return witness.knowsOfVault() ? err({ code: 'vault-lost' }) : ok(undefined)

  const database = await openDatabase(databaseName)
  const vault = await readFiles(database)
  if (!vault.ok) database.close()
  return vault
}

async function readFiles(database: VaultDatabase): Promise<Result<FoundVault, VaultProblem>> {
  const [header, keyring, state] = await database.meta.bulkGet(['header', 'keyring', 'state'])
  if (!header) return err({ code: 'header-missing' })
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  if (!keyring || !state) return err({ code: 'data-missing' })
  return ok({ database, files: { header, keyring }, header: decoded.value })
}
