import { z } from 'zod'
import { Count } from './vault-files.ts'

const KiB = 1024
const Nothing = z.object({})

/**
 * The host's part where the browser refuses its own storage for good: the folder of the browser's databases is given
 * another name while no browser has it open, and kept. The page never supplies a name or a place.
 */
export const storageMethods = {
  /** What came of the last wish, at this start of the program; and the folders that were ever set aside, kept as they are. */
  'storage.look': {
    when: 'always',
    request: Nothing,
    response: z.object({
      lastTry: z.enum(['none', 'done', 'failed']),
      kept: z.array(z.object({ name: z.string(), bytes: Count })),
    }),
    errors: ['not-readable'],
    maxRequestBytes: KiB,
  },
  /** Reads the second copy from beginning to end and says whether it alone could give everything back. */
  'storage.checkCopy': {
    when: 'always',
    request: Nothing,
    response: z.object({ copy: z.enum(['whole', 'incomplete', 'missing']) }),
    errors: [],
    maxRequestBytes: KiB,
  },
  /**
   * Writes the wish down and starts the browser anew, with the folder of databases set aside; the answer reaches nobody.
   * `copy-not-whole`: nothing is set aside that the second copy could not give back.
   */
  'storage.setAside': {
    when: 'always',
    request: Nothing,
    response: z.null(),
    errors: ['copy-not-whole', 'disk-full', 'not-writable'],
    maxRequestBytes: KiB,
  },
} as const
