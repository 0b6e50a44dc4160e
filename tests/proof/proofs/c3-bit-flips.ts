import { backupSaltBytes } from '#shared/vault/backup-header.ts'
import { decodeHeader, vaultIdBytes } from '#shared/vault/header.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { headerFrom, judgeHeader, mended } from '#tests/support/proof/header-sample.ts'
import { openUnchecked } from '#tests/support/proof/oracle-opener.ts'
import { below, bytesFrom, inBatches } from '#tests/support/proof/random.ts'
import { sealedFrom, withBitTurned } from '#tests/support/proof/sealed.ts'
import type { SealedSample } from '#tests/support/proof/sealed.ts'
import { contentWords, readWhole, sealWhole } from '#tests/support/vault/backup-bytes.ts'
import type { Proof, ProofRun } from '../proof.ts'

/** Tells whether anything came out of a changed object. */
type Opens = (sample: SealedSample) => Promise<boolean>

const opensReally: Opens = async ({ key, context, sealed }) => (await open(key, context, sealed)).ok

export const proof: Proof = {
  id: 'C3',
  title: 'No bit of a sealed object, a vault header or a backup can be turned without being noticed',
  kind: 'node',
  tiers: ['sample', 'ci', 'full'],
  run: async (run) => {
    const objects = await turnBitsOfObjects(
      run,
      opensReally,
      run.scale({ sample: 4_000, ci: 120_000, full: 640_000 }),
    )
    const headers = await turnBitsOfHeaders(run, run.scale({ sample: 1, ci: 2, full: 20 }))
    const backups = await turnBitsOfBackup(run, run.scale({ sample: 40, ci: 3_000, full: 100_000 }))
    return objects + headers + backups
  },
  control: {
    what: 'The objects are opened by a reader that compares neither commitment nor tag.',
    sabotage: async (run) => {
      await turnBitsOfObjects(run, (sample) => Promise.resolve(openUnchecked(sample).length > 0), 100)
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

/** Bits anywhere in a backup of several chunks with rows and a file: in its readable head and in its content. */
async function turnBitsOfBackup({ random, fail }: ProofRun, count: number): Promise<number> {
  const [bak, vaultId] = [bytesFrom(random, 32), bytesFrom(random, vaultIdBytes)]
  const rows = Array.from({ length: 40 }, (_, index) => ({
    table: 1 + (index % 4),
    name: Buffer.from(bytesFrom(random, 16)),
    value: Buffer.from(bytesFrom(random, 400)),
  }))
  const files = [{ name: '0'.repeat(32), content: Buffer.from(bytesFrom(random, 120_000)) }]
  const content = { sequence: 7, layout: 2, rows, files }
  const { encoded } = await headerFrom(random)
  const header = {
    createdAt: '2026-11-22T10:15:00.000Z',
    app: '0.1.0',
    header: encoded,
    keyring: bytesFrom(random, 200),
    salt: bytesFrom(random, backupSaltBytes),
  }
  const backup = await sealWhole(bak, vaultId, header, content)
  if ((await readWhole(bak, vaultId, backup)) !== contentWords(content))
    fail('the backup does not read as it was made')
  await inBatches(count, 8, async () => {
    const bit = below(random, backup.length * 8)
    const read = await readWhole(bak, vaultId, withBitTurned(backup, bit))
    if (read.startsWith('ok')) fail(`the backup is read with bit ${String(bit)} turned`)
  })
  return count
}
