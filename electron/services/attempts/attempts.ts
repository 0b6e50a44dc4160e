import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { WrongAttempts } from '#shared/contract/guard-methods.ts'
import type { Clock } from '../../ports.ts'
import { writeFileAtomically } from '../files/write-file.ts'

/** Wrong passphrases since the vault was last opened, kept over the end of the program. */
export interface Attempts {
  note(): Promise<void>
  look(): WrongAttempts
  forget(): void
}

const none: WrongAttempts = { count: 0, first: null, last: null }

/**
 * Counts wrong attempts in a small file beside the vault: a number and two instants, readable by the owner only.
 * Whoever can delete that file can hide them; it tells of a visitor at the desk, not of one inside the computer.
 */
export function createAttempts(folder: string, clock: Clock, write = writeFileAtomically): Attempts {
  const path = join(folder, 'attempts.json')
  const look = (): WrongAttempts => {
    try {
      const read = WrongAttempts.safeParse(JSON.parse(readFileSync(path, 'utf8')))
      return read.success ? read.data : none
    } catch {
      return none // Missing is the usual case; a damaged count must not keep anybody from the vault.
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    look,
    note() {
      // One after the other, so that no attempt is lost between reading and writing.
      const noted = last.then(async () => {
        const now = clock.now()
        const { count, first } = look()
        const next = { count: count + 1, first: first ?? now, last: now } satisfies WrongAttempts
        await write(path, new TextEncoder().encode(JSON.stringify(next)))
      })
      last = noted.catch(() => undefined)
      return noted
    },
    forget: () => rmSync(path, { force: true }),
  }
}
