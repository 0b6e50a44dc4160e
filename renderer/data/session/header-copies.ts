import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { equalInConstantTime } from '#shared/vault/bytes.ts'
import type { VaultDatabase } from '../store/database.ts'
import { copyProblem } from '../store/durable-copy.ts'
import type { CopyProblem, DurableCopy } from '../store/durable-copy.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'

/** Layout of the rows of the store, as the data folder keeps it for the guard of versions. */
export const storeLayout = 2

/**
 * Writes what opens the vault into both header copies of the data folder, one after the other, so that at every instant at
 * least one of them is whole. Afterwards the folder points to this database.
 */
export async function keepHeader(
  durable: DurableCopy,
  databaseName: string,
  { header, keyring }: VaultFiles,
): Promise<Result<void, CopyProblem>> {
  for (let copy = 0; copy < 2; copy++) {
    const kept = await durable('durable.header', { header, keyring, databaseName, layout: storeLayout })
    if (!kept.ok) return err(copyProblem(kept.error))
  }
  return ok()
}

/** Writes what opens the vault into the store, in one transaction, where it is not there already. */
export async function storeHeader({ meta }: VaultDatabase, { header, keyring }: VaultFiles): Promise<void> {
  const [storedHeader, storedKeyring] = await meta.bulkGet(['header', 'keyring'])
  const isThere = (stored: Uint8Array | undefined, wanted: Uint8Array) =>
    stored !== undefined && equalInConstantTime(stored, wanted)
  if (isThere(storedHeader, header) && isThere(storedKeyring, keyring)) return
  await meta.bulkPut([header, keyring], ['header', 'keyring'])
}
