import type { VaultSession } from '../session/session.ts'
import type { StoredEntry } from '../store/read-model.ts'

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
  'backup.begun',
  'backup.made',
  'backup.restored',
  'records.exported',
  'files.copied',
  'files.restored',
  'files.tidied',
] as const

export type VaultAct = (typeof vaultActs)[number]

/** What an entry tells beside the act. */
export interface NotedWith {
  /** Instant, where it is not the present one. */
  readonly at?: string
  /** How often. */
  readonly count?: number
  /** Records that it is about, which stay as they are. */
  readonly about?: readonly StoredEntry[]
}

/**
 * Writes an act upon the vault as a whole into its history. Answers false when it could not be written, or when nothing is
 * unlocked here for writing: what the act itself did stands all the same.
 */
export async function noteInTrail(
  session: VaultSession,
  action: VaultAct,
  { at, count, about }: NotedWith = {},
): Promise<boolean> {
  const { opened, ports } = session
  if (!opened || session.readOnly.get()) return false
  const times = about ? 0 : (count ?? 1)
  const act = { action, at: at ?? ports.clock.now(), count: times, ...(about ? { about } : {}) }
  const noted = await opened.store.note(act)
  return noted.ok
}
