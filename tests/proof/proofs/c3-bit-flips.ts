import { decodeHeader } from '#shared/vault/header.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { backupFrom, bitOf, bitsIn } from '#tests/support/proof/backup-sample.ts'
import type { BackupSample } from '#tests/support/proof/backup-sample.ts'
import { durableFrom, judgeCopy, turnedAndMended, writtenBytes } from '#tests/support/proof/durable-sample.ts'
import { headerFrom, judgeHeader, mended } from '#tests/support/proof/header-sample.ts'
import { openUnchecked } from '#tests/support/proof/oracle-opener.ts'
import { below, inBatches } from '#tests/support/proof/random.ts'
import { sealedFrom, withBitTurned } from '#tests/support/proof/sealed.ts'
import type { SealedSample } from '#tests/support/proof/sealed.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** Tells whether anything came out of a changed object. */
type Opens = (sample: SealedSample) => Promise<boolean>

const opensReally: Opens = async ({ key, context, sealed }) => (await open(key, context, sealed)).ok

export const proof: Proof = {
  id: 'C3',
  title:
    'No bit of a sealed object, a header, a backup, a journal or a snapshot can be turned without being noticed',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const tried = [
      await turnBitsOfObjects(run, opensReally, run.scale({ sample: 3_000, ci: 120_000, full: 640_000 })),
      await turnBitsOfHeaders(run, run.scale({ sample: 1, ci: 2, full: 20 })),
      await turnBitsOfBackup(run),
      await turnBitsOfCopy(run, run.scale({ sample: 60, ci: 8_000, full: 50_000 })),
    ]
    run.note(`objects, headers, backup, second copy: ${tried.join(', ')} bits`)
    return tried.reduce((sum, each) => sum + each, 0)
  },
  control: {
    what: 'The objects are opened by a reader that compares neither commitment nor tag; in a journal the checksum is mended after each turned bit.',
    sabotage: async (run) => {
      const found: string[] = []
      const own = { ...run, fail: (what: string) => void found.push(what) }
      await turnBitsOfObjects(own, (sample) => Promise.resolve(openUnchecked(sample).length > 0), 100)
      const objects = found.length
      await turnBitsOfCopy(own, 60, turnedAndMended)
      if (objects > 0 && found.length > objects) run.fail(`${String(found[0])}; ${String(found[objects])}`)
    },
  },
}

/** Every bit of one object after another, until so many were turned. */
async function turnBitsOfObjects({ random, fail }: ProofRun, opens: Opens, atLeast: number): Promise<number> {
  let tried = 0
  for (let index = 0; tried < atLeast; index += 1) {
    const sample = await sealedFrom(random, index)
    if (!(await opens(sample))) fail(`object ${String(index)} does not open as it was sealed`)
    await inBatches(sample.sealed.length * 8, 1024, async (bit) => {
      const changed = { ...sample, sealed: withBitTurned(sample.sealed, bit) }
      if (await opens(changed)) fail(`object ${String(index)} opens with bit ${String(bit)} turned`)
    })
    tried += sample.sealed.length * 8
  }
  return tried
}

/** Every bit of a header: as it is, and with the checksum made to fit again. */
async function turnBitsOfHeaders({ random, fail, tier }: ProofRun, headers: number): Promise<number> {
  let tried = 0
  for (let index = 0; index < headers; index += 1) {
    const sample = await headerFrom(random)
    if ((await judgeHeader(sample, sample.encoded)) !== 'open') fail(`header ${String(index)} does not open`)
    await inBatches(sample.encoded.length * 8, 512, async (bit) => {
      tried += 1
      if ((await decodeHeader(withBitTurned(sample.encoded, bit))).ok)
        fail(`header ${String(index)} is read with bit ${String(bit)} turned`)
    })
    if (tier === 'sample') continue
    await inBatches((sample.encoded.length - 32) * 8, 256, async (bit) => {
      tried += 1
      const judged = await judgeHeader(sample, mended(withBitTurned(sample.encoded, bit)))
      if (judged === 'open') fail(`header ${String(index)} opens with bit ${String(bit)} turned and mended`)
    })
  }
  return tried
}

/** Bits of every part of a backup: all of its head and of the ends of its chunks, and many of all else. */
async function turnBitsOfBackup(run: ProofRun): Promise<number> {
  const most = run.scale({ sample: 6, ci: 500, full: 14_000 })
  const backup = await backupFrom(run.random)
  if ((await backup.read(backup.file)) !== backup.wanted) run.fail('the backup does not read as it was made')
  let tried = 0
  for (const region of backup.regions) {
    const bits = bitsIn(region)
    const isWhole = run.tier !== 'sample' && (region.kind === 'head' || bits <= most)
    const count = isWhole ? bits : Math.min(bits, most)
    await inBatches(count, 16, (each) =>
      turnOneOfBackup(run, backup, region.kind, bitOf(region, isWhole ? each : below(run.random, bits))),
    )
    tried += count
  }
  return tried
}

async function turnOneOfBackup(
  { fail }: ProofRun,
  { file, read }: BackupSample,
  kind: string,
  bit: number,
): Promise<void> {
  const answer = await read(withBitTurned(file, bit))
  if (answer.startsWith('ok')) fail(`the backup is read with bit ${String(bit)} turned (${kind})`)
}

/** Bits of headers, journals and snapshots of the second copy, as many of each file. */
async function turnBitsOfCopy(run: ProofRun, count: number, turn = withBitTurned): Promise<number> {
  const sample = await durableFrom(run.random)
  const paths = [...sample.files.keys()].filter((path) => turn === withBitTurned || path.includes('journal-'))
  await inBatches(count, 16, async (each) => {
    const path = paths[each % paths.length] ?? ''
    const file = sample.files.get(path) ?? new Uint8Array()
    const bit = below(run.random, writtenBytes(file) * 8)
    const problem = await judgeCopy(sample, path, turn(file, bit))
    if (problem !== undefined) run.fail(`${path}, bit ${String(bit)}: ${problem}`)
  })
  return count
}
