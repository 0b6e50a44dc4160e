import type { LockableWindow } from './lock-when-away.ts'
import type { Windows } from './ports.ts'

export interface LockSteps {
  /** Ends exports, prints and backups under way. */
  stopWork(): Promise<void>
  /** From now on nothing that needs an unlocked vault is answered. */
  shutDoor(): void
  /** Empties the clipboard if our text is still in it. */
  clearClipboard(): Promise<void>
}

/**
 * The lock of the host, the same whether the page asks for it or it is forced: work in hand stops, the door to all that
 * needs an unlocked vault shuts, then the process
 * that knew the vault ends and its caches are cleared, and our text leaves the clipboard whatever happened before.
 * The page comes first, where it still can: it seals drafts, closes its store and ends its workers.
 */
export function lockInOrder<W extends Windows & LockableWindow>(
  window: W,
  { stopWork, shutDoor, clearClipboard }: LockSteps,
): Windows & LockableWindow {
  return {
    get generation() {
      return window.generation
    },
    tell: (event, payload) => window.tell(event, payload),
    stay: () => window.stay(),
    close: () => window.close(),
    async restart() {
      try {
        await stopWork()
      } finally {
        shutDoor()
        // The clipboard first: a browser that ends takes the program along.
        await clearClipboard().catch(() => undefined)
        await window.restart()
      }
    },
    async lock() {
      try {
        await stopWork()
        shutDoor()
        // What the page began while the rest was stopping; nothing can be begun any more.
        await stopWork()
      } finally {
        shutDoor()
        await Promise.all([window.lock(), clearClipboard()])
      }
    },
  }
}
