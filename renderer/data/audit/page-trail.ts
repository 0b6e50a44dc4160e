import { ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { BadEntry } from '#shared/vault/audit.ts'
import { session } from '../page-session.ts'
import type { SignedCheckpoint } from '#shared/vault/checkpoint.ts'
import type { TrailCheckpoint, TrailVerdict } from '../workers/crypto-protocol.ts'
import { noteInTrail as note } from './note-act.ts'
import type { NotedWith, VaultAct } from './note-act.ts'
import * as history from './read-history.ts'
import type { HistoryFilter, HistoryPage } from './read-history.ts'

/** The history of the vault that is open in this page. */

/** Writes an act upon the vault as a whole into the history; answers whether it was written. */
export function noteInTrail(action: VaultAct, facts: NotedWith = {}): Promise<boolean> {
  return note(session, action, facts)
}

/** Reads the newest part of the history, of everything or of one case or record; nothing while locked. */
export async function readHistory(filter: HistoryFilter = {}): Promise<HistoryPage> {
  return session.opened ? history.readHistory(session.opened, filter) : { entries: [], older: undefined }
}

/** Follows the history from its beginning, and compares it with a witness. Errors: the first entry that does not hold. */
export async function verifyHistory(
  onProgress: (done: number, total: number) => void,
  witness?: SignedCheckpoint,
): Promise<Result<TrailVerdict, BadEntry>> {
  return session.opened
    ? history.verifyHistory(session.opened, onProgress, witness)
    : ok({ seq: 0, signed: 0 })
}

/** Where the history stands, for backups and exports to keep as a witness; `undefined` while locked. */
export async function auditCheckpoint(): Promise<TrailCheckpoint | undefined> {
  return session.opened && history.auditCheckpoint(session.opened)
}

/** Notes that the vault was locked, then locks it. A history that cannot be written must not keep the vault open. */
export async function lock(): Promise<void> {
  const noted = session.flush().then(() => noteInTrail('vault.locked'))
  await Promise.race([noted.catch(() => false), session.ports.clock.patience(notePatienceMs)])
  await session.lock()
}

/** Sets another passphrase, and notes it. `current` is needed except right after a recovery. */
export async function setPassphrase(
  input: Parameters<typeof session.setPassphrase>[0],
): ReturnType<typeof session.setPassphrase> {
  const set = await session.setPassphrase(input)
  if (set.ok) await noteInTrail('passphrase.changed')
  return set
}

const notePatienceMs = 2_000
