import { changed, created, removed } from '#shared/commands/command.ts'
import type { Change, RecordEntry } from '#shared/records/record.ts'
import type { VaultSession } from '#renderer/data/session/session.ts'
import { below, oneOf } from '#tests/support/proof/random.ts'

const cases = ['case-1', 'case-2', 'case-3', null] as const
const words = ['heron', 'Ångström', '雪', 'quiet mill', '\u{1F642}', '"quoted"', '', 'a\nb'] as const

/** Fills an open vault by chance: many records at once, single ones, changes, removals, and what was single folded away. */
export async function fillByChance(session: VaultSession, random: () => number): Promise<void> {
  const rounds = 1 + below(random, 5)
  for (let round = 0; round < rounds; round += 1) {
    const { opened } = session
    if (!opened) throw new Error('locked')
    const entries = [...opened.store.model().all()]
    const changes = oneOf<() => readonly Change[]>(random, [
      () => many(random, round, 64 + below(random, 30)),
      () => many(random, round, 1 + below(random, 5)),
      () => some(random, entries).map((entry) => changed(entry, headOf(random), bodyOf(random))),
      () => some(random, entries).map((entry) => removed(entry)),
    ])()
    if (changes.length > 0) {
      const committed = await opened.store.commit(changes)
      if (!committed.ok) throw new Error(committed.error.code)
    }
    if (below(random, 4) === 0) await opened.store.fold(1)
  }
}

function many(random: () => number, round: number, count: number): readonly Change[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `r${String(round)}-${String(index)}-${String(below(random, 1e9))}`
    return created('attachment', id, oneOf(random, cases), headOf(random), bodyOf(random))
  })
}

type Entry = RecordEntry<'attachment'>

function some(random: () => number, entries: readonly RecordEntry[]): readonly Entry[] {
  // Every record of this vault is of the one kind that `many` makes.
  return entries.filter(() => below(random, 5) === 0) as readonly RecordEntry[] as readonly Entry[]
}

// The store does not look into heads and bodies; what it must keep is any plain value.
function headOf(random: () => number): Entry['head'] {
  return { title: oneOf(random, words), count: below(random, 1000) } as unknown as Entry['head']
}

function bodyOf(random: () => number): never {
  const length = oneOf(random, [0, 10, 10, 100, 300, 300, 3000, below(random, 20) === 0 ? 40_000 : 50])
  return { text: `${oneOf(random, words)} `.repeat(below(random, Math.max(1, length / 8)) + 1) } as never
}
