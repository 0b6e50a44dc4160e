import type { SealContext } from '#shared/vault/context.ts'
import { open, seal } from '#shared/vault/sealed-object.ts'
import { bytesFrom } from '#tests/support/proof/random.ts'
import { contextOf, keyFrom } from '#tests/support/proof/sealed.ts'
import type { Proof, ProofRun } from '../proof.ts'

export const proof: Proof = {
  id: 'C4',
  title:
    'A sealed object opens in its own place and in no other: vault, table, record, revision, schema, epoch',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: (run) => tryEveryPlace(run, contextOf, run.scale({ sample: 50, ci: 100, full: 245 })),
  control: {
    what: 'The revision is left out of what a seal is bound to.',
    sabotage: async (run) => {
      await tryEveryPlace(run, (index) => ({ ...contextOf(index), rev: 1 }), 100)
    },
  },
}

/** Seals objects that differ in their place alone, under one key, and opens each in the place of each. */
async function tryEveryPlace(
  { random, fail }: ProofRun,
  bound: (index: number) => SealContext,
  count: number,
): Promise<number> {
  const { key } = await keyFrom(random)
  const indexes = Array.from({ length: count }, (_, index) => index)
  const objects = await Promise.all(indexes.map((index) => seal(key, bound(index), bytesFrom(random, 40))))
  for (const [at, object] of objects.entries()) {
    const opened = await Promise.all(indexes.map((as) => open(key, bound(as), object)))
    opened.forEach(({ ok }, as) => {
      if (ok !== isSamePlace(contextOf(at), contextOf(as)))
        fail(`the object of place ${String(at)} ${ok ? 'opens' : 'does not open'} in place ${String(as)}`)
    })
  }
  return count * count
}

function isSamePlace(a: SealContext, b: SealContext): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
