import { scanJournal } from './scan-journal.ts'
import type { CommitPlace } from './scan-journal.ts'
import { readEnds } from './snapshot-file.ts'
import type { SnapshotEnds } from './snapshot-file.ts'
import { listVault } from './vault-files.ts'
import type { JournalFile, Listing, SnapshotFile, VaultFolder } from './vault-files.ts'

/** A snapshot that commits follow. */
export interface Base extends SnapshotFile {
  readonly ends: SnapshotEnds
}

/**
 * What the folder amounts to: a snapshot and the commits after it, in order.
 *
 * `damaged`: something before the end does not verify, or a number is missing; `commits` then end before it.
 * A commit whose number is not above an earlier one says that the earlier ones from that number on never happened.
 */
export interface Chain {
  readonly state: 'none' | 'good' | 'damaged'
  readonly line: number
  readonly base: Base | null
  readonly commits: readonly CommitPlace[]
  readonly lastSeq: number
  /** The first number that no file has. */
  readonly nextNumber: number
}

export interface ChainOptions {
  /** Only snapshots of fewer commits than this. */
  readonly below?: number
  /** Snapshots that were read and did not verify, by name. */
  readonly distrusted?: ReadonlySet<string>
}

/** The same with one more commit; undefined where its number does not follow. Refuses to go back into the base. */
export function followedBy(chain: Chain, commit: CommitPlace): Chain | undefined {
  const from = chain.base?.seq ?? 0
  if (commit.seq > chain.lastSeq + 1 || commit.seq <= from) return undefined
  const before =
    commit.seq > chain.lastSeq ? chain.commits : chain.commits.filter(({ seq }) => seq < commit.seq)
  const state = chain.state === 'none' ? 'good' : chain.state
  return { ...chain, state, commits: [...before, commit], lastSeq: commit.seq }
}

/**
 * Finds the newest snapshot that the journals after it fit to, and those journals' commits.
 *
 * A snapshot holding a commit that was taken back afterwards does not fit: then an older one is the beginning.
 */
export async function openChain(folder: VaultFolder, options: ChainOptions = {}): Promise<Chain> {
  const { below = Number.POSITIVE_INFINITY, distrusted } = options
  const listing = await listVault(folder)
  const { line, snapshots, nextNumber } = listing
  const ofLine = snapshots.filter(
    ({ number, seq, name }) => number >= line && seq < below && !distrusted?.has(name),
  )
  for (const snapshot of ofLine.toReversed()) {
    const ends = await readEnds(folder, snapshot)
    const chain = ends && (await readChain(folder, listing, { ...snapshot, ends }))
    if (chain) return chain
  }
  const empty: Chain = { state: 'none', line, base: null, commits: [], lastSeq: 0, nextNumber }
  const fromStart = line === 0 ? await readChain(folder, listing, null) : undefined
  if (!fromStart) return { ...empty, state: 'damaged' }
  return fromStart.state === 'none' && snapshots.length > 0 ? { ...empty, state: 'damaged' } : fromStart
}

/** The commits after a snapshot. Undefined: they go back into it, so it holds what never happened. */
export async function readChain(
  folder: VaultFolder,
  listing: Listing,
  base: Base | null,
): Promise<Chain | undefined> {
  const { line, nextNumber } = listing
  const lastSeq = base?.seq ?? 0
  let chain: Chain = { state: base ? 'good' : 'none', line, base, commits: [], lastSeq, nextNumber }
  for (const { number } of journalsAfter(listing, base)) {
    const scanned = await scanJournal(folder, number)
    if (scanned.line !== undefined && scanned.line !== line) return { ...chain, state: 'damaged' }
    for (const commit of scanned.commits) {
      if (base && commit.seq <= base.seq) return undefined
      const next = appended(chain, commit)
      if (!next) return { ...chain, state: 'damaged' }
      chain = next
    }
    if (scanned.isDamaged) return { ...chain, state: 'damaged' }
  }
  return chain
}

/** Bytes of the commits since the snapshot. */
export function bytesAfterBase({ commits }: Chain): number {
  return commits.reduce((sum, { bytes }) => sum + bytes, 0)
}

function journalsAfter({ journals, line }: Listing, base: Base | null): readonly JournalFile[] {
  return journals.filter(({ number }) => number >= Math.max(line, base?.number ?? 0))
}

// As `followedBy`, in place: thousands of commits are read at a start.
function appended(chain: Chain, commit: CommitPlace): Chain | undefined {
  if (commit.seq > chain.lastSeq + 1 || commit.seq < 1) return undefined
  const commits = chain.commits as CommitPlace[] // Made by this reading alone.
  while ((commits.at(-1)?.seq ?? 0) >= commit.seq) commits.pop()
  commits.push(commit)
  return { ...chain, state: 'good', lastSeq: commit.seq }
}
