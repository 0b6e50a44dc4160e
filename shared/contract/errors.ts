import { z } from 'zod'

/** Codes that any call may answer with, beside those its method lists. */
export const commonErrorCodes = [
  'bad-request',
  'bad-answer',
  'forbidden',
  'internal',
  'locked',
  'too-large',
  'unavailable',
  'unknown-method',
] as const

export type CommonErrorCode = (typeof commonErrorCodes)[number]

/**
 * How a failed call crosses the bridge: a code, and for `internal` the number under which the host's
 * log holds what happened. Texts of exceptions never cross.
 */
export interface HostError<Code extends string = string> {
  readonly code: Code
  readonly incidentId?: string
}

/** The shape of every answer before it is known which method it belongs to. */
export const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string().max(64), incidentId: z.string().max(64).optional() }),
  }),
])

export type Answer = z.infer<typeof Answer>
