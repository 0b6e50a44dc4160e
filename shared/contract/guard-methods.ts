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
  /**
   * Says that this page holds the keys of a vault or of a backup that was opened, or no longer does. Methods for an unlocked
   * vault are refused before; the host itself ends it at each lock and with each fresh page.
   */
  'vault.keys': {
    when: 'always',
    request: z.object({ held: z.boolean() }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
  /** Copies a confidential text; the host takes it back after half a minute or at the lock, if it is still there. */
  'clipboard.copy': {
    when: 'unlocked',
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
  'work.stop': { when: 'always', request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  /** Says that the page has heard `close-requested` and that it will answer itself, after saving or asking. */
  'window.stay': { when: 'always', request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  /** Counts a wrong passphrase or recovery key. */
  'attempts.note': { when: 'always', request: Nothing, response: z.null(), errors: [], maxRequestBytes: KiB },
  'attempts.look': {
    when: 'always',
    request: Nothing,
    response: WrongAttempts,
    errors: [],
    maxRequestBytes: KiB,
  },
  /** Starts counting anew, after the person has seen the count. */
  'attempts.forget': {
    when: 'unlocked',
    request: Nothing,
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
} as const

export type WrongAttempts = z.infer<typeof WrongAttempts>
export type CloudService = z.infer<typeof CloudService>
