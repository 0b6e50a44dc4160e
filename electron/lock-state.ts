/**
 * What the host knows of the lock: whether the page that is shown says that it holds keys. It never sees a key itself, so it
 * takes the page's word for the beginning, and never for the end: each lock and each fresh page ends it.
 */
export interface LockState {
  isUnlocked(): boolean
  /** The page opened a vault or a backup, or let go of it. */
  set(unlocked: boolean): void
}

/** Starts locked. */
export function createLockState(): LockState {
  let unlocked = false
  return {
    isUnlocked: () => unlocked,
    set: (next) => {
      unlocked = next
    },
  }
}
