import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { copyProblem } from '../store/durable-copy.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'
import { storeHeader, storeLayout } from './header-copies.ts'
import type { OpenVault } from './open-vault.ts'
import type { VaultProblem } from './vault-problem.ts'

/** What opens the vault now. */
export async function readFiles({
  database,
}: Pick<OpenVault, 'database'>): Promise<Result<VaultFiles, { readonly code: 'damaged-header' }>> {
  const [header, keyring] = await database.meta.bulkGet(['header', 'keyring'])
  return header && keyring ? ok({ header, keyring }) : err({ code: 'damaged-header' })
}

/**
 * Puts other files in the place of those that open the vault: one copy in the data folder, the store, the other copy. Of
 * several headers the one with the highest generation counts, so the first write decides: refused there, nothing has
 * changed; stopped after it, the next unlock brings the others up to it. Each single write is whole or not at all.
 */
export async function writeFiles(
  { database, durable }: Pick<OpenVault, 'database' | 'durable'>,
  files: VaultFiles,
): Promise<Result<void, VaultProblem>> {
  const copy = { ...files, databaseName: database.name, layout: storeLayout }
  const decided = await durable('durable.header', copy)
  if (!decided.ok) {
    return err({ code: copyProblem(decided.error) === 'disk-full' ? 'disk-full' : 'folder-unwritable' })
  }
  await storeHeader(database, files)
  // Refused here, it is written at the next unlock: until then that copy is only older.
  await durable('durable.header', copy)
  return ok()
}
