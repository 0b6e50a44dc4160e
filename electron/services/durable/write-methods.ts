import { err, ok } from '#shared/domain/result.ts'
import type { DurableMethods, DurableParts } from './durable-vault.ts'
import { DamagedFile } from './row-index.ts'

type WriteMethods = DurableMethods<
  'durable.header' | 'durable.append' | 'durable.snapshot' | 'durable.rebuild' | 'durable.rebuild.rows'
>

/** The methods that write. They reject where the disk refuses. */
export function writeMethods({ turns, journal, headers, ...parts }: DurableParts): WriteMethods {
  const { snapshots, snapshotClock, rebuild } = parts
  return {
    'durable.header': async (copy) => {
      const { counter } = await turns.run(() => headers.write(copy))
      return ok({ counter })
    },
    'durable.append': async (commit) => {
      await rebuild.over()
      return turns.run(async () => {
        const place = await journal.append(commit)
        if (place === 'out-of-step') return err({ code: 'out-of-step' })
        const chain = await journal.chain()
        if (place) snapshotClock.appended(chain)
        return ok({ lastSeq: chain.lastSeq })
      })
    },
    'durable.snapshot': async () => {
      try {
        return await snapshots.make()
      } catch (error) {
        if (error instanceof DamagedFile) return err({ code: 'journal-damaged' })
        throw error
      }
    },
    'durable.rebuild': async ({ seq }) => ok({ token: await rebuild.begin(seq) }),
    'durable.rebuild.rows': async ({ token, rows, last }) => {
      const count = await rebuild.add(token, rows, last)
      return count === undefined ? err({ code: 'token-unknown' }) : ok({ rows: count, done: last })
    },
  }
}
