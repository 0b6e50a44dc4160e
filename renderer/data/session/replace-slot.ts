import { ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import type { OpenVault } from './open-vault.ts'
import type { SlotProblem, VaultProblem } from './vault-problem.ts'
import { readFiles, writeFiles } from './write-files.ts'

/**
 * Replaces the passphrase slot; at every instant exactly one passphrase opens the vault. Without `current` it works only
 * right after a recovery.
 */
export async function replaceSlot(
  open: OpenVault,
  next: string,
  current: string | undefined,
): Promise<Result<void, SlotProblem | VaultProblem>> {
  const before = await readFiles(open)
  if (!before.ok) return before
  const decoded = await decodeHeader(before.value.header)
  if (!decoded.ok) return decoded
  const proof = current === undefined ? undefined : { passphrase: current, kdf: decoded.value.passphrase.kdf }
  const files = await open.workers.setPassphrase(before.value, next, proof)
  if (!files.ok) return files
  const written = await writeFiles(open, files.value)
  return written.ok ? ok() : written
}
