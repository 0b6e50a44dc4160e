import type { AwayReason, EventName, EventPayload } from '#shared/contract/events.ts'
import type { Power, Windows } from './ports.ts'

const GRACE_MS = 5_000

/** A window that can be told to lock and can be locked by force. */
export interface LockableWindow extends Pick<Windows, 'lock'> {
  /** Counts the pages shown so far; it grows when the window is locked. */
  readonly generation: number
  tell<E extends EventName>(event: E, payload: EventPayload<E>): void
}

/**
 * Locks when the computer is left alone: the page is asked first, so that it can seal its drafts; one that
 * has not locked within five seconds is locked by force.
 */
export function lockWhenAway(window: LockableWindow, power: Power, graceMs: number = GRACE_MS): void {
  power.onAway((reason) => requestLock(window, reason, graceMs))
}

/** Asks the page to lock, and makes sure of it. */
export function requestLock(window: LockableWindow, reason: AwayReason, graceMs: number = GRACE_MS): void {
  const asked = window.generation
  window.tell('lock-requested', { reason })
  setTimeout(() => {
    if (window.generation === asked) window.lock().catch(() => undefined)
  }, graceMs).unref()
}
