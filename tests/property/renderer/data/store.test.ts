import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { created } from '#shared/commands/command.ts'
import type { Change } from '#shared/records/record.ts'
import { invariant } from '#shared/domain/result.ts'
import type { OpenVault } from '#renderer/data/session/open-vault.ts'
import type { VaultSession } from '#renderer/data/session/session.ts'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'

interface Expected {
  readonly title: string
  readonly text: string
}

/** What a vault should hold, kept in the simplest possible way. */
type Plain = Map<string, Expected>

type Step =
  | { readonly do: 'import'; readonly count: number }
  | { readonly do: 'write'; readonly pick: number; readonly text: string }
  | { readonly do: 'retitle'; readonly pick: number }
  | { readonly do: 'delete'; readonly picks: readonly number[] }
  | { readonly do: 'fold' }
  | { readonly do: 'reopen' }

const pick = fc.nat(2000)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import'), count: fc.constantFrom(3, 64, 300, 600) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write'), pick, text: fc.string({ maxLength: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retitle'), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('delete'),
      picks: fc.array(pick, { minLength: 1, maxLength: 40 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fold') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen') }) },
)

describe('the store', () => {
  it('holds after any sequence of changes exactly what a plain map would', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const { page } = await anUnlockedVault()
        const plain: Plain = new Map()
        const ids = idSource()
        for (const each of [...steps, { do: 'reopen' } as const]) {
          await take(page.session, plain, ids, each)
          await compare(opened(page.session), plain)
        }
        expect(page.session.damage.get()).toEqual([])
        await page.session.lock()
      }),
      { numRuns: 25 },
    )
  })
})

async function take(session: VaultSession, plain: Plain, ids: () => string, step: Step): Promise<void> {
  if (step.do === 'reopen') {
    await session.lock()
    invariant((await session.unlockWithPassphrase(passphrase)).ok, 'it opens again')
    return
  }
  const { store } = opened(session)
  if (step.do === 'fold') return void (await store.fold(1))
  const changes = changesOf(store.model(), plain, ids, step)
  const committed = await store.commit(changes)
  expect(committed.ok).toBe(true)
}

function changesOf(
  model: ReturnType<OpenVault['store']['model']>,
  plain: Plain,
  ids: () => string,
  step: Exclude<Step, { do: 'fold' | 'reopen' }>,
): Change[] {
  const known = [...plain.keys()]
  const chosen = (index: number) => known[index % Math.max(known.length, 1)]
  switch (step.do) {
    case 'import':
      return Array.from({ length: step.count }, (_, index) =>
        put(model, plain, ids(), `title ${index}`, `text ${index}`),
      )
    case 'write':
      return [put(model, plain, chosen(step.pick) ?? ids(), 'written', step.text)]
    case 'retitle': {
      const id = chosen(step.pick)
      if (id === undefined) return []
      const { body: _, ...headOnly } = put(
        model,
        plain,
        id,
        'renamed',
        plain.get(id)?.text ?? '',
      ) as Change & { body: unknown }
      // Without its body it is still a change: the body is optional.
      return [headOnly as Change]
    }
    case 'delete':
      return [...new Set(step.picks.map(chosen))].flatMap((id): Change[] => {
        if (id === undefined) return []
        plain.delete(id)
        return [{ op: 'delete', id, baseRev: model.get(id)?.rev ?? 0 }]
      })
  }
}

function put(
  model: ReturnType<OpenVault['store']['model']>,
  plain: Plain,
  id: string,
  title: string,
  text: string,
): Change {
  plain.set(id, { title, text })
  const caseId = `case-${id.length % 3}`
  // The store keeps any plain value.
  const change = created('attachment', id, caseId, { title } as never, { text } as never)
  return { ...change, baseRev: model.get(id)?.rev ?? 0 }
}

async function compare({ store, bodies }: OpenVault, plain: Plain): Promise<void> {
  const entries = [...store.model().all()]
  const texts = await bodies.readMany(entries)
  const held = entries.map((entry, index) => [
    entry.id,
    { title: (entry.head as unknown as Expected).title, text: (texts[index] as Expected).text },
  ])
  expect(new Map(held as [string, Expected][])).toEqual(plain)
  expect(entries).toHaveLength(plain.size)
}

function opened(session: VaultSession): OpenVault {
  invariant(session.opened, 'the vault is open')
  return session.opened
}

function idSource(): () => string {
  let last = 0
  return () => `record-${String(++last).padStart((last % 5) + 1, '0')}`
}
