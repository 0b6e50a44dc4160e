import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import type { VaultDatabase } from '../store/database.ts'
import type { UnlockProblem } from '../workers/crypto-protocol.ts'
import type { VaultWorkers } from '../workers/vault-workers.ts'

/**
 * Replaces the passphrase slot. Header and keyring are written in one transaction, so that at every instant
 * exactly one passphrase opens the vault. Without `current` it works only right after a recovery.
 */
export async function replaceSlot(
  database: VaultDatabase,
  workers: VaultWorkers,
  next: string,
  current: string | undefined,
): Promise<Result<void, UnlockProblem>> {
  const [header, keyring] = await database.meta.bulkGet(['header', 'keyring'])
  if (!header || !keyring) return err({ code: 'damaged-header' })
  const decoded = await decodeHeader(header)
  if (!decoded.ok) return decoded
  const proof = current === undefined ? undefined : { passphrase: current, kdf: decoded.value.passphrase.kdf }
  const files = await workers.setPassphrase({ header, keyring }, next, proof)
  if (!files.ok) return files
  const { meta } = database
  await database.transaction('rw', meta, () =>
    meta.bulkPut([files.value.header, files.value.keyring], ['header', 'keyring']),
  )
  return ok()
}
