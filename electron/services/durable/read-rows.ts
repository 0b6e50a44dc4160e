import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { Chain } from './chain.ts'
import type { Journal } from './journal.ts'
import { onGoodChain } from './on-good-chain.ts'
import { indexRows, openRows, rowKey } from './row-index.ts'
import type { RowSource } from './row-index.ts'
import type { Turns } from './turns.ts'
import type { VaultFolder } from './vault-files.ts'

interface ReadDeps {
  readonly folder: VaultFolder
  readonly journal: Journal
  readonly turns: Turns
}

interface Wanted {
  readonly after: number
  readonly upTo: number | null
}

type ReadProblem = { readonly code: 'journal-damaged' | 'not-kept' }
type Opened = Result<{ readonly source: RowSource; readonly seq: number }, ReadProblem>

/** Opens the newest state of the rows that commits after one and up to another changed; see `durable.read`. */
export async function readRows({ folder, journal, turns }: ReadDeps, wanted: Wanted): Promise<Opened> {
  const take = async () => chainFor(journal, wanted)
  return onGoodChain(journal, turns, take, async (found): Promise<Opened> => {
    if (!found.ok) return found
    const { chain, seq } = found.value
    const commits = chain.commits.filter((commit) => commit.seq > wanted.after && commit.seq <= seq)
    const isAll = wanted.after === 0
    const index = await indexRows(folder, isAll ? chain.base : null, commits, { keepRemoved: !isAll })
    return ok({ source: await openRows(folder, index), seq })
  })
}

type ChainFor = Result<{ readonly chain: Chain; readonly seq: number }, ReadProblem>

// The newest snapshot may reach beyond what is asked for; then an older one is looked for.
async function chainFor(journal: Journal, { after, upTo }: Wanted): Promise<ChainFor> {
  const newest = await journal.chain()
  const seq = upTo ?? newest.lastSeq
  if (upTo === null && newest.state === 'damaged') return err({ code: 'journal-damaged' })
  if (seq > newest.lastSeq) return err({ code: newest.state === 'damaged' ? 'journal-damaged' : 'not-kept' })
  if (after > seq) return err({ code: 'not-kept' })
  const beginsBefore = after === 0 ? seq : after
  const isReached = (newest.base?.seq ?? 0) <= beginsBefore
  const chain = isReached ? newest : await journal.chainBelow(beginsBefore + 1)
  const isKept = chain.lastSeq >= seq && (chain.base !== null || chain.commits[0]?.seq === 1 || seq === 0)
  return isKept ? ok({ chain, seq }) : err({ code: 'not-kept' })
}

/** The newest kept bytes of single rows. */
export async function findKept(
  { folder, journal, turns }: ReadDeps,
  names: readonly Pick<StoredRow, 'table' | 'name'>[],
): Promise<StoredRow[]> {
  const wanted = new Set(names.map(rowKey))
  return onGoodChain(
    journal,
    turns,
    () => journal.chain(),
    async ({ base, commits }) => {
      const source = await openRows(folder, await indexRows(folder, base, commits, { wanted }))
      try {
        const found: StoredRow[] = []
        for (let isDone = false; !isDone;) {
          const { rows, done } = await source.next()
          found.push(...rows)
          isDone = done
        }
        return found
      } finally {
        await source.close()
      }
    },
  )
}
