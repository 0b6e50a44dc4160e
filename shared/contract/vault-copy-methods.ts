import { z } from 'zod'
import { Count, Token } from './vault-files.ts'

const KiB = 1024

/**
 * A copy of the vault's folder, made by a program that may not open the vault, or cannot. Nothing is opened, because all
 * of it is sealed, and nothing in the vault is changed. The person chooses the place in the host's own dialog.
 */
export const vaultCopyMethods = {
  /**
   * Asks for a place and begins a folder there, under a temporary name. One at a time: an unfinished one is taken away.
   * `nothing-here`: the vault's folder is empty.
   */
  'vaultCopy.begin': {
    when: 'always',
    request: z.object({}),
    /** `name`: of the folder that is made; `place`: of the one it is made in. */
    response: z.object({
      token: Token,
      name: z.string(),
      place: z.string(),
      files: Count,
      bytes: Count,
    }),
    errors: ['cancelled', 'nothing-here', 'not-readable', 'disk-full', 'not-writable'],
    maxRequestBytes: KiB,
  },
  /**
   * Goes on for a moment; `done` and `total` count each byte twice, for writing it and for reading it back. With `done`
   * the copy was compared whole and has its name. `differs`: what was read back is not what was written.
   */
  'vaultCopy.next': {
    when: 'always',
    request: z.object({ token: Token }),
    response: z.object({ step: z.enum(['copying', 'comparing', 'done']), done: Count, total: Count }),
    errors: ['differs', 'nothing-here', 'not-readable', 'disk-full', 'not-writable', 'token-unknown'],
    maxRequestBytes: KiB,
  },
  /** Takes away what was begun. */
  'vaultCopy.cancel': {
    when: 'always',
    request: z.object({ token: Token }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
} as const
