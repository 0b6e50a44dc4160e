import { importSecret } from '#shared/vault/primitives.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { bytesFrom } from '#tests/support/proof/random.ts'
import { twoKeyObjectFrom } from '#tests/support/proof/two-key-object.ts'
import type { TwoKeyObject } from '#tests/support/proof/two-key-object.ts'
import { bareGcmOpen } from '#tests/support/vault/oracle/oracle-seal.ts'
import type { OracleContext } from '#tests/support/vault/oracle/oracle-seal.ts'
import type { Proof, ProofRun } from '../proof.ts'

type OpensUnder = (object: TwoKeyObject, context: OracleContext, which: 0 | 1) => Promise<boolean>

/** Every object here is also shown to open under both keys with AES-GCM alone; one that does not counts as failed. */
export const proof: Proof = {
  id: 'C6',
  title:
    'A ciphertext that AES-GCM opens under two keys opens under the one it is committed to and under no other',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: (run) => openUnderBoth(run, opensReally, run.scale({ sample: 200, ci: 200, full: 1_000 })),
  control: {
    what: 'The objects are opened by AES-GCM alone, without the commitment.',
    sabotage: async (run) => {
      await openUnderBoth(run, opensBare, 5)
    },
  },
}

const opensReally: OpensUnder = async ({ secrets, sealed }, context, which) => {
  const key = await importSecret(new Uint8Array(secrets[which]))
  const own = {
    ...context,
    vaultId: new Uint8Array(context.vaultId),
    objectId: new Uint8Array(context.objectId),
  }
  return (await open(key, { ...own, flags: 0 }, new Uint8Array(sealed))).ok
}

const opensBare: OpensUnder = ({ keys, sealed }, context, which) =>
  Promise.resolve(bareGcmOpen(keys[which], context, sealed) !== undefined)

async function openUnderBoth({ random, fail }: ProofRun, opens: OpensUnder, count: number): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    const context = { ...contextFrom(random), rev: 1 + index }
    const object = twoKeyObjectFrom(random, context)
    for (const which of [0, 1] as const) {
      if (!(await opensBare(object, context, which)))
        fail(`object ${String(index)} was made wrong: AES-GCM refuses key ${String(which)}`)
      if ((await opens(object, context, which)) !== (which === 0))
        fail(
          `object ${String(index)} ${which === 0 ? 'does not open under its own' : 'opens under the other'} key`,
        )
    }
  }
  return count
}

function contextFrom(random: () => number): OracleContext {
  const some = (length: number) => Buffer.from(bytesFrom(random, length))
  return { vaultId: some(16), store: 'slot', objectId: some(16), rev: 1, schema: 1, epoch: 1 }
}
