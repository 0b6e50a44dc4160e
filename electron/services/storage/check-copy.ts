import { systemCode } from '../durable/disk.ts'
import { readHeaders } from '../durable/headers.ts'
import { Journal } from '../durable/journal.ts'
import { readRows } from '../durable/read-rows.ts'
import { DamagedFile } from '../durable/row-index.ts'
import { Turns } from '../durable/turns.ts'
import { listVault } from '../durable/vault-files.ts'
import type { VaultFolder } from '../durable/vault-files.ts'

/** Whether the second copy alone could give back everything that was saved. */
export type CopyVerdict = 'whole' | 'incomplete' | 'missing'

/**
 * Reads the second copy from beginning to end, as a recovery does, without changing anything: `whole` only where every
 * frame up to the last commit verifies and a header that opens it is there. Takes about a second for each 500 MB.
 */
export async function checkCopy(folder: VaultFolder): Promise<CopyVerdict> {
  try {
    return await readWhole(folder)
  } catch (error) {
    if (!(error instanceof DamagedFile) && systemCode(error) === undefined) throw error
    return 'incomplete'
  }
}

async function readWhole(folder: VaultFolder): Promise<CopyVerdict> {
  const { newest, state } = await readHeaders(folder)
  const { journals, snapshots } = await listVault(folder)
  if (state === 'none' && journals.length + snapshots.length === 0) return 'missing'
  const journal = new Journal(folder)
  const { state: chain, lastSeq } = await journal.look()
  if (!newest || chain !== 'good' || lastSeq === 0) return 'incomplete'
  const rows = await readRows({ folder, journal, turns: new Turns() }, { after: 0, upTo: null })
  if (!rows.ok) return 'incomplete'
  await rows.value.source.close()
  return rows.value.seq === lastSeq ? 'whole' : 'incomplete'
}
