import { invariant } from '#shared/domain/result.ts'
import { equalInConstantTime } from '#shared/vault/bytes.ts'
import { KnownRows } from '#shared/vault/known-rows.ts'
import {
  bodyTables,
  changeSets,
  headTables,
  isSameSet,
  nameMac,
  rowMac,
  rowMark,
  setOf,
} from '#shared/vault/manifest.ts'
import type { ManifestSets, SetChange, SetTable } from '#shared/vault/manifest.ts'
import type { EpochKeys } from '#shared/vault/key-tree.ts'
import type { ManifestCheck, NamedRow, RowsToNote, SealedRow } from './crypto-protocol.ts'

/** The manifest of an open vault: what was sealed, what is known to be on disk, and the commit that is on its way there. */
export class ManifestKeeper {
  #keys: EpochKeys
  readonly #known = new KnownRows()
  #sets: ManifestSets | undefined
  #pending: Pending | undefined

  constructor(keys: EpochKeys) {
    this.#keys = keys
  }

  /** The epoch whose keys make this manifest and seal it. */
  get keys(): EpochKeys {
    return this.#keys
  }

  /** Begins with the sealed sets and the keys that made them, and without rows; `undefined` for a vault that has none yet. */
  begin(keys: EpochKeys, sets: ManifestSets | undefined): void {
    this.#keys = keys
    this.#sets = sets
    this.#known.clear()
  }

  /** Takes rows for what is on disk. */
  async note({ table, names, marks }: RowsToNote): Promise<void> {
    const macs = await Promise.all(
      names.map((name, index) => rowMac(this.#keys.manifest, table, name, marks[index] ?? new Uint8Array())),
    )
    names.forEach((name, index) => this.#known.set(table, name, macs[index] ?? null))
  }

  /** Takes rows of several tables for what is on disk. */
  async noteRows(rows: readonly SealedRow[]): Promise<void> {
    await Promise.all(
      rows.map(({ table, name, row }) => this.note({ table, names: [name], marks: [rowMark(row)] })),
    )
  }

  /** Takes names of rows that were not read. A row that was noted stays noted. */
  noteNames(table: SetTable, names: readonly Uint8Array[]): void {
    for (const name of names) {
      if (this.#known.get(table, name) === undefined) this.#known.set(table, name, null)
    }
  }

  isUnnoted({ table, name }: NamedRow): boolean {
    return this.#known.get(table, name) === null
  }

  /** Tells whether a row of that name is on disk. */
  has({ table, name }: NamedRow): boolean {
    return this.#known.get(table, name) !== undefined
  }

  /** Names of the rows that are known to be on disk. */
  names(table: SetTable): readonly Uint8Array[] {
    return this.#known.names(table)
  }

  /** Tells whether a row is the one that was noted under its name. */
  async isNoted({ table, name }: NamedRow, row: Uint8Array): Promise<boolean> {
    const noted = this.#known.get(table, name)
    return !!noted && equalInConstantTime(noted, await rowMac(this.#keys.manifest, table, name, rowMark(row)))
  }

  /** Compares what is on disk with what was sealed. */
  async check(): Promise<ManifestCheck> {
    const sets = this.#sets
    invariant(sets, 'a manifest is compared once it was opened')
    const names = await this.#nameSet()
    const heads = this.#known.sum(headTables)
    const bodies = this.#known.sum(bodyTables)
    return {
      heads: heads && isSameSet(heads, sets.headSet),
      bodies: bodies && isSameSet(bodies, sets.bodySet),
      bodyNames: isSameSet(names, sets.bodyNames),
    }
  }

  /** The sets as they will be when the commit is written; `settle` tells whether it was. */
  async plan(rows: readonly SealedRow[], removed: readonly NamedRow[], anew: boolean): Promise<ManifestSets> {
    const changes = await Promise.all([
      ...rows.map((row) => this.#change(row, row.row)),
      ...removed.map((row) => this.#change(row, undefined)),
    ])
    const base = anew ? await this.#setsOnDisk() : this.#sets
    invariant(base, 'a vault without a manifest gets one before its first commit')
    const sets = changeSets(base, changes)
    this.#pending = { sets, changes }
    return sets
  }

  settle(written: boolean): void {
    const pending = this.#pending
    this.#pending = undefined
    if (!pending || !written) return
    this.#sets = pending.sets
    for (const { table, name, after } of pending.changes) {
      if (after) this.#known.set(table, name, after)
      else this.#known.delete(table, name)
    }
  }

  async #change({ table, name }: NamedRow, row: Uint8Array | undefined): Promise<NamedChange> {
    const after = row && (await rowMac(this.#keys.manifest, table, name, rowMark(row)))
    const before = this.#known.get(table, name) ?? undefined
    return { table, name, before, after, named: await nameMac(this.#keys.manifest, table, name) }
  }

  async #setsOnDisk(): Promise<ManifestSets> {
    const headSet = this.#known.sum(headTables)
    const bodySet = this.#known.sum(bodyTables)
    invariant(headSet && bodySet, 'a manifest is made anew when every row was noted')
    return { headSet, bodySet, bodyNames: await this.#nameSet() }
  }

  async #nameSet(): Promise<Uint8Array> {
    const macs = bodyTables.flatMap((table) =>
      this.#known.names(table).map((name) => nameMac(this.#keys.manifest, table, name)),
    )
    return setOf(await Promise.all(macs))
  }
}

interface NamedChange extends SetChange {
  readonly name: Uint8Array
}

interface Pending {
  readonly sets: ManifestSets
  readonly changes: readonly NamedChange[]
}
