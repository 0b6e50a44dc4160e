import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realDisk } from '#electron/services/durable/disk.ts'
import { randomFrom } from '#tests/proof/proof.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { asTexts } from '#tests/support/durable/rows.ts'
import { journalOf, readAll } from '#tests/support/durable/vault-on-disk.ts'
import { Workload, quiet, textsOf } from '#tests/support/durable/workload.ts'

describe('the second copy on a real disk', () => {
  it('is what the page was told after any work: commits, ones taken back, snapshots, rebuilds, restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const folder = mkdtempSync(join(tmpdir(), 'evenhand-test-'))
        try {
          const workload = new Workload(realDisk, randomFrom(seed), undefined, folder)
          for (let step = 0; step < 40; step += 1) await workload.step()
          const { acknowledged } = workload.told
          await workload.close()
          const again = createRealDurable(folder, quiet)
          const { state, lastSeq } = await journalOf(again)
          expect(workload.surprises).toEqual([])
          expect([state === 'damaged', lastSeq]).toEqual([false, acknowledged.seq])
          expect(asTexts(await readAll(again)).join('\n')).toBe(textsOf(acknowledged))
          await again.close()
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: 25 },
    )
  })
})
