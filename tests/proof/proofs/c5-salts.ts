import { bytesToHex } from '#shared/vault/bytes.ts'
import { seal } from '#shared/vault/sealed-object.ts'
import { inBatches } from '#tests/support/proof/random.ts'
import { contextOf, keyFrom } from '#tests/support/proof/sealed.ts'
import { usersOfKeys, usersOfWeakRandom } from '#tests/support/proof/users-of-crypto.ts'
import type { Proof, ProofRun } from '../proof.ts'

const theOneModule = 'shared/vault/primitives.ts'

export const proof: Proof = {
  id: 'C5',
  title: 'No salt is drawn twice, one module alone touches keys, and nothing draws foreseeable numbers',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    for (const file of usersOfKeys()) if (file !== theOneModule) run.fail(`${file} touches keys itself`)
    for (const file of usersOfWeakRandom()) run.fail(`${file} draws foreseeable numbers`)
    return sealOften(run, run.scale({ sample: 8_000, ci: 200_000, full: 2_000_000 }))
  },
  control: {
    what: 'The salt is made of a counter that begins again after 500 seals.',
    sabotage: async (run) => {
      await sealOften(run, 1_000, (index) =>
        new Uint8Array(24)
          .fill(7)
          .fill(index % 500, 20)
          .fill(index % 125, 22),
      )
    },
  },
}

async function sealOften(
  { random, fail }: ProofRun,
  count: number,
  saltOf?: (index: number) => Uint8Array,
): Promise<number> {
  const { key } = await keyFrom(random)
  const context = contextOf(1)
  const seen = new Set<string>()
  await inBatches(count, 512, async (index) => {
    const sealed = await seal(key, context, new Uint8Array(), ...(saltOf ? [saltOf(index)] : []))
    const salt = bytesToHex(sealed.subarray(10, 34))
    if (seen.has(salt)) fail(`seal ${String(index)} has a salt that was there before: ${salt}`)
    seen.add(salt)
  })
  return count
}
