import type { VaultSession, VaultState } from '../session/session.ts'
import { noteInTrail } from './note-act.ts'
import { readHistory } from './read-history.ts'

/** Wrong attempts since the last one that somebody has seen; instants are ISO 8601 in UTC. */
export interface WrongAttempts {
  readonly count: number
  readonly last: string | null
}

/**
 * Writes into the history when the vault is made and opened, and what was tried at its door meanwhile. What follows from a
 * command, its own commit notes.
 */
export function keepTrail(
  session: VaultSession,
  lookForAttempts: () => Promise<WrongAttempts | undefined>,
): void {
  let before: VaultState = session.state.get()
  session.state.subscribe(() => {
    const now = session.state.get()
    const came = before
    before = now === 'loading' ? came : now
    if (now === 'unlocked' && came !== 'unlocked') void noteOpening(session, came, lookForAttempts)
  })
}

async function noteOpening(
  session: VaultSession,
  came: VaultState,
  lookForAttempts: () => Promise<WrongAttempts | undefined>,
): Promise<void> {
  // A vault that is not as it was written stays as it is until somebody has looked at it.
  if (session.damage.get().length > 0) return
  if (came === 'none') {
    await noteInTrail(session, 'vault.created')
    return
  }
  const attempts = await lookForAttempts()
  if (attempts?.last) await noteAttempts(session, attempts.count, attempts.last)
  if (session.restored.get()) await noteInTrail(session, 'vault.restoredFromCopy')
  await noteRestore(session)
  await noteInTrail(session, session.passphraseRequired.get() ? 'vault.unlockedWithKit' : 'vault.unlocked')
}

/** A vault that was put in place from a backup says so when it is opened for the first time. */
async function noteRestore(session: VaultSession): Promise<void> {
  const { opened } = session
  const row = await opened?.database.meta.get('restored')
  if (!opened || !row || session.readOnly.get()) return
  // A row that somebody else put there does not open, and says nothing.
  const isOurs = await opened.workers.call('openLocal', { name: 'restored', row })
  if (!isOurs || (await noteInTrail(session, 'backup.restored')))
    await opened.database.meta.delete('restored')
}

/** The host keeps the attempts until a person has seen them: the same ones are noted once. */
async function noteAttempts(session: VaultSession, count: number, last: string): Promise<void> {
  const { opened } = session
  if (!opened) return
  const { entries } = await readHistory(opened)
  const isNoted = entries.some(({ action, at }) => action === 'vault.wrongPassphrase' && at === last)
  if (!isNoted) await noteInTrail(session, 'vault.wrongPassphrase', { at: last, count })
}
