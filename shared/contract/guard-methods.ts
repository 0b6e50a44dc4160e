import { z } from 'zod'

const KiB = 1024
const Nothing = z.object({})

/** Wrong passphrases and recovery keys since the vault was last opened. Instants are ISO 8601 in UTC. */
export const WrongAttempts = z.object({
  count: z.number().int().nonnegative(),
  first: z.iso.datetime().nullable(),
  last: z.iso.datetime().nullable(),
})

/** A service that copies folders to other computers. */
export const CloudService = z.enum(['dropbox', 'google-drive', 'icloud', 'onedrive'])

/** What the page may ask of the host to keep others out: the clipboard, the way out, and who tried to come in. */
export const guardMethods = {
  /** Copies a confidential text; the host takes it back after half a minute or at the lock, if it is still there. */
  'clipboard.copy': {
    request: z.object({
      text: z
        .string()
        .min(1)
        .max(4 * KiB),
    }),
    response: z.object({ forSeconds: z.number().int().positive() }),
    errors: ['no-clipboard'],
    maxRequestBytes: 16 * KiB,
  },
  /** Stops exports and prints that are under way; the first thing of a lock after the drafts are sealed. */
  'work.stop': { request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  /** Says that the page has heard `close-requested` and that it will answer itself, after saving or asking. */
  'window.stay': { request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  /** Counts a wrong passphrase or recovery key. */
  'attempts.note': { request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  'attempts.look': { request: Nothing, response: WrongAttempts, errors: [], maxRequestBytes: KiB },
  /** Starts counting anew, after the person has seen the count. */
  'attempts.forget': { request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
} as const

export type WrongAttempts = z.infer<typeof WrongAttempts>
export type CloudService = z.infer<typeof CloudService>
