import { equalInConstantTime } from '#shared/vault/bytes.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { bodyRowNow, bodyRowsOf, readBodyRows, testBodyRows } from './body-rows.ts'
import type { BodyRow } from './body-rows.ts'
import { checkHeadRows, countHeadRows } from './check-head-rows.ts'
import type { HeadRowsReport } from './check-head-rows.ts'
import type { VaultDatabase } from './database.ts'
import { stateName } from './durable-copy.ts'
import type { DurableCopy } from './durable-copy.ts'
import { noteAllBodies } from './note-rows.ts'
import type { StoredEntry } from './read-model.ts'
import type { OnProgress } from './rebuild-copy.ts'
import { repairBodies } from './repair-bodies.ts'
import type { VaultStore } from './vault-store.ts'

/** What opening every object of the vault brought to light. */
export interface CheckReport {
  /** Sealed rows that were opened. */
  readonly rows: number
  readonly records: number
  /** Rows that were put back from the second copy. */
  readonly repaired: number
  /** Rows of heads, of keys of cases and of the history that neither copy has as they were written. */
  readonly lostRows: HeadRowsReport['lost']
  /** Records whose words neither copy has whole. */
  readonly lost: readonly StoredEntry[]
  /**
   * Whether the rows are those of the last commit, all of them and no others. `renewed`: every record is whole, and the list of
   * rows, which did not fit, was made anew: an unknown row lay among them, or one of which only the wrapping was older.
   */
  readonly list: 'fits' | 'renewed' | 'differs'
  /** Whether the second copy ends with the same commit; it was made anew when it did not. */
  readonly copy: 'good' | 'rebuilt' | 'unavailable'
  /** Whole pictures of the vault in the second copy: how many were read to their last byte, and how many of them are damaged. */
  readonly pictures: { readonly read: number; readonly damaged: number }
}

export interface CheckParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly durable: DurableCopy
  readonly store: VaultStore
  readonly onProgress: OnProgress
  /** Lets the page do what waits, between two batches. */
  readonly breathe: () => Promise<void>
  /** Tells that the vault was locked meanwhile. */
  readonly isStopped: () => boolean
}

/** Rows opened at once: so few that a commit waits for milliseconds. */
const batchRows = { bodies: 64, bodyPacks: 2 } as const

/**
 * Opens every object behind the open vault as it is on disk, puts back what is damaged, and compares the whole store with its
 * manifest. Reads the second copy to its last byte. Answers undefined when it was stopped.
 */
export async function checkVault(parts: CheckParts): Promise<CheckReport | undefined> {
  const { crypto, store, onProgress, breathe, isStopped } = parts
  const { copy, pictures } = await compareCopies(parts)
  const rows = bodyRowsOf(store.model().all())
  const total = rows.length + (await countHeadRows(crypto))
  const bad: BodyRow[] = []
  let done = 0
  for (const batch of batches(rows)) {
    if (isStopped()) return undefined
    bad.push(...(await store.inTurn(() => findBad(parts, batch))))
    done += batch.length
    onProgress(done, total)
    await breathe()
  }
  const heads = await checkHeads(parts, rows.length, total)
  if (!heads) return undefined
  const { repaired, lost } = await store.inTurn(() => repairNow(parts, bad))
  if (isStopped()) return undefined
  const lostRecords = lost.flatMap(({ entries }) => entries)
  const isWhole = lostRecords.length + heads.lost.length === 0
  return {
    rows: rows.length + heads.rows,
    records: rows.reduce((sum, { entries }) => sum + entries.length, 0),
    repaired: repaired.length + heads.repaired,
    lost: lostRecords,
    lostRows: heads.lost,
    list: await compareWithManifest(parts, isWhole),
    copy,
    pictures,
  }
}

function checkHeads(
  { database, crypto, durable, store, breathe, isStopped, onProgress }: CheckParts,
  before: number,
  total: number,
): Promise<HeadRowsReport | undefined> {
  return checkHeadRows({
    database,
    crypto,
    durable,
    inTurn: (work) => store.inTurn(work),
    onPart: async (done) => {
      onProgress(Math.min(before + done, total), total)
      await breathe()
      return !isStopped()
    },
  })
}

function* batches(rows: readonly BodyRow[]): Generator<readonly BodyRow[]> {
  for (const table of ['bodies', 'bodyPacks'] as const) {
    const own = rows.filter((row) => row.table === table)
    for (let start = 0; start < own.length; start += batchRows[table]) {
      yield own.slice(start, start + batchRows[table])
    }
  }
}

async function findBad(
  { database, crypto, store }: CheckParts,
  batch: readonly BodyRow[],
): Promise<readonly BodyRow[]> {
  const rows = batch.flatMap((row) => bodyRowNow(row, store.model()) ?? [])
  if (rows.length === 0) return []
  const good = await testBodyRows(crypto, rows, await readBodyRows(database, crypto, rows), true)
  return rows.filter((_, index) => !good[index])
}

/** Between the finding and the repair a commit may have replaced a bad row. */
function repairNow({ database, crypto, durable, store }: CheckParts, bad: readonly BodyRow[]) {
  const still = bad.flatMap((row) => bodyRowNow(row, store.model()) ?? [])
  return repairBodies(database, crypto, durable, still)
}

/** Rows that no record speaks of are only read by name until now; they too are part of the manifest. */
async function compareWithManifest(
  { database, crypto, store }: CheckParts,
  isWhole: boolean,
): Promise<CheckReport['list']> {
  await noteAllBodies(database, crypto, (work) => store.inTurn(work))
  const { heads, bodies, bodyNames } = await store.inTurn(() => crypto('checkManifest', {}))
  if (heads === true && bodies === true && bodyNames) return 'fits'
  // Heads say which bodies there must be, and all of those opened: so where the heads fit, nothing is missing.
  if (heads !== true || !isWhole || !(await store.renewManifest()).ok) return 'differs'
  return (await store.rebuildCopy()).ok ? 'renewed' : 'differs'
}

/** Both copies end with the same commit when they hold the same sealed state. */
async function compareCopies({
  database,
  durable,
  store,
}: CheckParts): Promise<Pick<CheckReport, 'copy' | 'pictures'>> {
  const same = await store.inTurn(async () => {
    const found = await durable('durable.find', { rows: [{ table: 'meta', name: stateName }] })
    const own = await database.meta.get('state')
    const kept = found.ok ? found.value.rows[0]?.value : undefined
    return kept && own ? equalInConstantTime(kept, own) : false
  })
  // The end of the copy may be right and its middle damaged: every byte is read.
  const whole = await durable('durable.check', {})
  const snapshots = whole.ok ? whole.value.snapshots : []
  const damaged = snapshots.filter(({ state }) => state === 'damaged').length
  const pictures = { read: snapshots.length, damaged }
  if (same && whole.ok && whole.value.journal.state === 'good') return { copy: 'good', pictures }
  return { copy: (await store.rebuildCopy()).ok ? 'rebuilt' : 'unavailable', pictures }
}
