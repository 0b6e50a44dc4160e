import { z } from 'zod'

/** What the host may tell the page. Both are requests: the page saves its drafts first, then calls back. */
export const events = {
  /** The computer was left alone: seal drafts, then lock. */
  'lock-requested': z.object({
    reason: z.enum(['suspend', 'screen-locked', 'user-switched', 'opened-again']),
  }),
  /** The user closes the window: save drafts, then call `window.close`. The host waits five seconds at most. */
  'close-requested': z.object({}),
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<E extends EventName> = z.infer<Events[E]>
export type AwayReason = EventPayload<'lock-requested'>['reason']
