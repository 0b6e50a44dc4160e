import { minimumPaddedBytes, pad, paddedSize } from '#shared/vault/padding.ts'
import { seal, sealOverheadBytes } from '#shared/vault/sealed-object.ts'
import { inBatches } from '#tests/support/proof/random.ts'
import { contextOf, keyFrom } from '#tests/support/proof/sealed.ts'
import type { Proof, ProofRun } from '../proof.ts'

const longest = 65_536
const mostSizes = 130
const mostGrowth = 0.12

export const proof: Proof = {
  id: 'C9',
  title:
    'The size of a sealed object tells little: at most 130 sizes up to 64 KiB, growth of at most 12 % above 256 bytes',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    measureSizes(run, paddedSize)
    await sealSizes(run)
    return longest + 1
  },
  control: {
    what: 'Texts are padded to the next 64 bytes instead.',
    sabotage: (run) => Promise.resolve(measureSizes(run, (length) => Math.ceil((length + 1) / 64) * 64)),
  },
}

function measureSizes({ fail }: ProofRun, sizeOf: (plainBytes: number) => number): void {
  const sizes = new Set<number>()
  for (let length = 0; length <= longest; length += 1) {
    const size = sizeOf(length)
    sizes.add(size)
    if (size <= length) fail(`${String(length)} bytes do not fit into ${String(size)}`)
    if (length >= minimumPaddedBytes && (size - length) / length > mostGrowth)
      fail(`${String(length)} bytes grow to ${String(size)}`)
  }
  if (sizes.size > mostSizes) fail(`there are ${String(sizes.size)} sizes`)
}

/** What is really written has the size that was measured: every length, and in the sample every 32nd. */
async function sealSizes({ tier, random, fail }: ProofRun): Promise<void> {
  const step = tier === 'sample' ? 32 : 1
  const { key } = await keyFrom(random)
  await inBatches(Math.floor(longest / step) + 1, 256, async (index) => {
    const plain = new Uint8Array(index * step)
    const sealed = await seal(key, contextOf(1), plain)
    const wanted = paddedSize(plain.length)
    if (pad(plain).length !== wanted || sealed.length !== wanted + sealOverheadBytes)
      fail(`${String(plain.length)} bytes are sealed into ${String(sealed.length)}`)
  })
}
