import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { SnapshotInfo } from '#shared/contract/vault-files.ts'
import type { Clock } from '../../ports.ts'
import { readChain } from './chain.ts'
import type { Base, Chain } from './chain.ts'
import type { Journal } from './journal.ts'
import { onGoodChain } from './on-good-chain.ts'
import { chooseToRemove } from './retention.ts'
import type { RetentionRule } from './retention.ts'
import { indexRows, openRows } from './row-index.ts'
import type { RowSource } from './row-index.ts'
import { describeSnapshot, readEnds, verifySnapshot } from './snapshot-file.ts'
import type { SnapshotEnds } from './snapshot-file.ts'
import { Turns } from './turns.ts'
import { listVault, pathIn } from './vault-files.ts'
import type { Listing, SnapshotFile, VaultFolder } from './vault-files.ts'
import { startSnapshot } from './write-snapshot.ts'
import type { SnapshotWriter } from './write-snapshot.ts'

/** Number of a snapshot to be made, and the chain that it stands for; 0 where there is nothing to do. */
interface Place {
  readonly chain: Chain
  readonly number: number
}

type Made = Result<SnapshotInfo, { readonly code: 'journal-damaged' }>

interface SnapshotDeps {
  readonly folder: VaultFolder
  readonly journal: Journal
  readonly turns: Turns
  readonly clock: Clock
  readonly retention: RetentionRule
}

/** Makes, checks, lists and thins out snapshots. */
export class Snapshots {
  readonly #deps: SnapshotDeps
  readonly #oneByOne = new Turns()
  /** What was read whole since the program was started. */
  readonly #checked = new Map<string, 'verified' | 'damaged'>()

  constructor(deps: SnapshotDeps) {
    this.#deps = deps
  }

  /**
   * Makes a snapshot of all commits so far, out of the journal and the snapshot before, then prunes. Appending goes on
   * meanwhile. Rejects with the system's error when the disk refuses: then everything is as it was.
   */
  make(): Promise<Made> {
    const { journal, turns } = this.#deps
    return this.#oneByOne.run(async () => {
      const made = await onGoodChain(
        journal,
        turns,
        () => this.#takePlace(),
        (place) => this.#write(place),
      )
      if (!made) return err({ code: 'journal-damaged' })
      await this.prune()
      return ok(describeSnapshot(made, made.ends, 'verified'))
    })
  }

  /** Notes a snapshot that was verified when it was written. */
  noteVerified({ name }: SnapshotFile): void {
    this.#checked.set(name, 'verified')
  }

  /** All snapshots, the newest first. `whole`: every byte of each is read, and one that does not verify no longer counts. */
  async list(whole: boolean): Promise<readonly SnapshotInfo[]> {
    const { folder, journal, turns } = this.#deps
    const { snapshots } = await listVault(folder)
    const infos: SnapshotInfo[] = []
    for (const snapshot of snapshots.toReversed()) {
      const ends = whole ? await this.#verify(snapshot) : await readEnds(folder, snapshot)
      if (whole && !ends) await turns.run(() => journal.distrust(snapshot.name))
      infos.push(describeSnapshot(snapshot, ends, this.#checked.get(snapshot.name) ?? 'unchecked'))
    }
    return infos
  }

  /**
   * Removes journals that two snapshots cover, both read whole just before or when they were made, and thins out old
   * snapshots. What lies here from before the present line began is never touched.
   */
  async prune(): Promise<void> {
    const { folder, turns, retention } = this.#deps
    const listing = await listVault(folder)
    const [, older] = await this.#twoGood(listing)
    if (!older) return
    const ofLine = listing.snapshots.filter(({ number }) => number >= listing.line)
    const known = await Promise.all(
      ofLine.map(async (each) => ({ ...each, at: (await readEnds(folder, each))?.at })),
    )
    const kept = known.flatMap(({ at, ...each }) => (at === undefined ? [] : [{ ...each, at }]))
    const covered = listing.journals.filter(({ number }) => number >= listing.line && number < older.number)
    const spare = chooseToRemove(
      kept.filter(({ number }) => number < older.number),
      retention,
    )
    await turns.run(async () => {
      for (const { name } of [...covered, ...spare]) await folder.disk.remove(pathIn(folder, name))
    })
  }

  // In one turn: a commit between the two would be neither in the snapshot nor behind it.
  async #takePlace(): Promise<Place> {
    const { journal } = this.#deps
    const chain = await journal.chain()
    const isNew = chain.state !== 'damaged' && !this.#isCovered(chain)
    return { chain, number: isNew ? await journal.takeNumber() : 0 }
  }

  #isCovered({ base, commits }: Chain): boolean {
    return base !== null && commits.length === 0 && this.#checked.get(base.name) === 'verified'
  }

  async #write({ chain, number }: Place): Promise<Base | null> {
    if (number === 0) return chain.state === 'damaged' ? null : chain.base
    const { folder, journal, turns, clock } = this.#deps
    const source = await openRows(folder, await indexRows(folder, chain.base, chain.commits))
    try {
      const plan = { seq: chain.lastSeq, line: chain.line, isBase: false, at: clock.now() }
      const base = await writeAll(await startSnapshot(folder, plan), source, number)
      this.noteVerified(base)
      await turns.run(() => journal.rebase(base))
      return base
    } finally {
      await source.close()
    }
  }

  /** The newest two snapshots that are right in every byte and that the journals after them fit to, the newest first. */
  async #twoGood(listing: Listing): Promise<readonly Base[]> {
    const { folder } = this.#deps
    const good: Base[] = []
    for (const snapshot of listing.snapshots.toReversed()) {
      if (good.length === 2 || snapshot.number < listing.line) break
      const ends = await this.#verify(snapshot)
      const base = ends && { ...snapshot, ends }
      const chain = base && (await readChain(folder, listing, base))
      if (base && chain?.state === 'good') good.push(base)
    }
    return good
  }

  async #verify(snapshot: SnapshotFile): Promise<SnapshotEnds | undefined> {
    const ends = await verifySnapshot(this.#deps.folder, snapshot)
    this.#checked.set(snapshot.name, ends ? 'verified' : 'damaged')
    return ends
  }
}

async function writeAll(writer: SnapshotWriter, source: RowSource, number: number): Promise<Base> {
  try {
    for (;;) {
      const { rows, done } = await source.next()
      await writer.add(rows)
      if (done) return await writer.finish(number)
    }
  } catch (error) {
    await writer.drop()
    throw error
  }
}
