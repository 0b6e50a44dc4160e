import { z } from 'zod'

/** What the host may tell the page. Both are requests: the page saves its drafts first, then calls back. */
export const events = {
  /** The computer was left alone: seal drafts, then lock. */
  'lock-requested': z.object({
    reason: z.enum(['suspend', 'screen-locked', 'user-switched', 'shutdown', 'opened-again']),
  }),
  /**
   * The user closes the window: call `window.stay` at once, save drafts, then call `window.close`, or ask where they
   * cannot be saved. A page that says nothing within five seconds hangs, and cannot keep the window open.
   */
  'close-requested': z.object({}),
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<E extends EventName> = z.infer<Events[E]>
export type AwayReason = EventPayload<'lock-requested'>['reason']
