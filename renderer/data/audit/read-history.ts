import type { Result } from '#shared/domain/result.ts'
import type { AuditEntry, BadEntry } from '#shared/vault/audit.ts'
import type { SignedCheckpoint } from '#shared/vault/checkpoint.ts'
import type { OpenVault } from '../session/open-vault.ts'
import type { TrailCheckpoint, TrailVerdict } from '../workers/crypto-protocol.ts'

/** Which entries are wanted; all of them without a field. */
export interface HistoryFilter {
  /** Those that touch this record. */
  readonly id?: string
  /** Those that touch this case or a record of it. */
  readonly caseId?: string
}

/** A part of the history, the newest entry first. */
export interface HistoryPage {
  readonly entries: readonly AuditEntry[]
  /** What reads the next older part; `undefined` when this was the oldest. */
  readonly older: (() => Promise<HistoryPage>) | undefined
}

type OfVault = Pick<OpenVault, 'database' | 'workers'>

/** Rows opened at once: a row holds one entry or a pack of 256. */
const rowsAtOnce = 8
/** A part is at least so long, unless the history is shorter. */
const shortestPage = 100

/** Reads the newest part of the history. */
export async function readHistory(vault: OfVault, filter: HistoryFilter = {}): Promise<HistoryPage> {
  const names = await vault.workers.call('trailNames', {})
  return readOlder(vault, names, filter)
}

/**
 * Follows the chain from its beginning to where it stood when the check began; tells how far it is, in rows. Errors: the
 * first entry that does not hold. With a witness also tells how the history compares with it.
 */
export async function verifyHistory(
  vault: OfVault,
  onProgress: (done: number, total: number) => void = () => undefined,
  witness?: SignedCheckpoint,
): Promise<Result<TrailVerdict, BadEntry>> {
  const checked = await checkOnce(vault, onProgress, witness)
  // Entries may have been folded into a pack while their rows were being read: what is really wrong stays wrong.
  return checked.ok ? checked : checkOnce(vault, onProgress, witness)
}

async function checkOnce(
  { database, workers }: OfVault,
  onProgress: (done: number, total: number) => void,
  witness: SignedCheckpoint | undefined,
): Promise<Result<TrailVerdict, BadEntry>> {
  const names = await workers.call('beginTrailCheck', witness ? { witness } : {})
  for (let start = 0; ; start += rowsAtOnce) {
    const part = names.slice(start, start + rowsAtOnce)
    const found = await database.audit.bulkGet([...part])
    const rows = part.map((name, index) => ({ name, row: found[index] ?? null }))
    const last = start + rowsAtOnce >= names.length
    const followed = await workers.call('verifyTrail', { last, rows })
    if (!followed.ok) return followed
    onProgress(Math.min(start + rowsAtOnce, names.length), names.length)
    if (last) return followed
  }
}

/** Where the history stands now, to be kept outside the vault: in backups and beside exports. */
export function auditCheckpoint({ workers }: Pick<OpenVault, 'workers'>): Promise<TrailCheckpoint> {
  return workers.call('trailCheckpoint', {})
}

async function readOlder(
  vault: OfVault,
  names: readonly Uint8Array[],
  filter: HistoryFilter,
): Promise<HistoryPage> {
  const entries: AuditEntry[] = []
  let end = names.length
  while (end > 0 && entries.length < shortestPage) {
    const start = Math.max(0, end - rowsAtOnce)
    const part = names.slice(start, end)
    const rows = await vault.database.audit.bulkGet([...part])
    const found = part.flatMap((name, index) => {
      const row = rows[index]
      return row ? [{ name, row }] : []
    })
    const read = await vault.workers.call('readTrail', { rows: found, ...filter })
    entries.push(...read.toReversed())
    end = start
  }
  return { entries, older: end > 0 ? () => readOlder(vault, names.slice(0, end), filter) : undefined }
}
