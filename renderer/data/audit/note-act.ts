import type { VaultSession } from '../session/session.ts'

/** Acts upon the vault as a whole that the history names; what a person does to records it names by the command. */
export const vaultActs = [
  'vault.created',
  'vault.unlocked',
  'vault.unlockedWithKit',
  'vault.locked',
  'vault.wrongPassphrase',
  'vault.restoredFromCopy',
  'passphrase.changed',
  'kit.renewed',
  'keys.renewed',
  'keys.renewalFinished',
  'backup.made',
  'backup.restored',
  'records.exported',
] as const

export type VaultAct = (typeof vaultActs)[number]

/**
 * Writes an act upon the vault as a whole into its history. Answers false when it could not be written, or when nothing is
 * unlocked here for writing: what the act itself did stands all the same.
 */
export async function noteInTrail(
  session: VaultSession,
  action: VaultAct,
  { at, count }: { readonly at?: string; readonly count?: number } = {},
): Promise<boolean> {
  const { opened, ports } = session
  if (!opened || session.readOnly.get()) return false
  const noted = await opened.store.note({ action, at: at ?? ports.clock.now(), count: count ?? 1 })
  return noted.ok
}
