import type { VaultSession } from '../session/session.ts'
import type { BackupKeeper, BackupStatus } from './backup-keeper.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** A last good backup older than this is worth a warning. */
export const oldAfterDays = 7

/** A restore is rehearsed once in so many days. */
const rehearsedEveryDays = 30

/** What the person should be told of the backups; `none`: nothing. */
export type BackupWarning =
  | { readonly code: 'none' }
  | { readonly code: 'no-folder' }
  | { readonly code: 'folder-gone' }
  | { readonly code: 'folder-not-writable' }
  /** The last good backup is too old, or there has never been one (undefined). */
  | { readonly code: 'old'; readonly days: number | undefined }

/** Says what is worth a warning at an instant. A folder that is away for a few days is said as long as it is away. */
export function backupWarning({ folder, lastGood }: BackupStatus, now: string): BackupWarning {
  if (!folder) return { code: 'no-folder' }
  if (folder.state === 'gone') return { code: 'folder-gone' }
  if (folder.state === 'not-writable') return { code: 'folder-not-writable' }
  const days = lastGood ? Math.floor((Date.parse(now) - Date.parse(lastGood.at)) / dayMs) : undefined
  return days === undefined || days >= oldAfterDays ? { code: 'old', days } : { code: 'none' }
}

/** Tells whether a backup is due: a day after the last good one. */
export function isBackupDue({ folder, lastGood }: BackupStatus, now: string): boolean {
  if (folder?.state !== 'ready') return false
  return !lastGood || Date.parse(now) - Date.parse(lastGood.at) >= dayMs
}

/** Tells whether a rehearsal is due: a month after the last good one, and only when there is a backup to rehearse with. */
export function isRehearsalDue({ folder, lastGood, rehearsal }: BackupStatus, now: string): boolean {
  if (folder?.state !== 'ready' || !lastGood) return false
  if (!rehearsal) return true
  // One that failed is tried again the next day.
  const everyDays = rehearsal.isGood ? rehearsedEveryDays : 1
  return Date.parse(now) - Date.parse(rehearsal.at) >= everyDays * dayMs
}

/**
 * Does what is due whenever the vault is unlocked and the person has paused: a backup each day, a rehearsal each month.
 * Looks again every hour while the vault stays open. A failed one is kept in `keeper.failure` and tried at the next look.
 */
export function keepBackingUp(session: VaultSession, keeper: BackupKeeper): void {
  let current: object | undefined
  session.state.subscribe(() => {
    if (session.state.get() !== 'unlocked') {
      current = undefined
      keeper.cancel()
      return
    }
    if (session.readOnly.get() || current) return
    const turn = {}
    current = turn
    void keeper.refresh()
    const look = () => {
      session.ports.whenIdle(() => {
        if (current !== turn) return
        doWhatIsDue(session, keeper).then(
          () => void session.ports.clock.patience(hourMs).then(() => current === turn && look()),
          () => session.ports.log('error', 'automatic-backup-broke'),
        )
      })
    }
    look()
  })
}

/** One look. Answers what was done. */
export async function doWhatIsDue(
  session: VaultSession,
  keeper: BackupKeeper,
): Promise<'nothing' | 'backed-up' | 'rehearsed' | 'failed'> {
  const now = session.ports.clock.now()
  const status = await keeper.refresh()
  if (!status?.folder) return 'nothing'
  if (isBackupDue(status, now)) {
    const made = await keeper.backUp(status.folder.id)
    if (!made.ok && (made.error.code === 'busy' || made.error.code === 'cancelled')) return 'nothing'
    keeper.failure.set(made.ok ? undefined : made.error)
    session.ports.log(made.ok ? 'info' : 'warn', made.ok ? 'backup-verified' : `backup-${made.error.code}`)
    if (!made.ok) return 'failed'
  }
  const later = keeper.status.get() ?? status
  if (!isRehearsalDue(later, now) || !later.folder || !later.lastGood)
    return isBackupDue(status, now) ? 'backed-up' : 'nothing'
  const rehearsed = await keeper.rehearse(later.folder.id, later.lastGood.name)
  session.ports.log(rehearsed.ok ? 'info' : 'warn', rehearsed.ok ? 'rehearsal-good' : 'rehearsal-failed')
  return rehearsed.ok ? 'rehearsed' : 'failed'
}
