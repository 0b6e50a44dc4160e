import { concatBytes, equalInConstantTime, lengthPrefixed, u8, utf8 } from './bytes.ts'
import { hmac } from './primitives.ts'
import type { MacKey } from './primitives.ts'
import { storeTables } from './tables.ts'
import type { StoreTable } from './tables.ts'

/** Tables whose rows are all read at unlock. */
export const headTables = ['heads', 'headPacks', 'keys', 'audit'] as const satisfies readonly StoreTable[]
/** Tables whose rows are read when somebody asks for them; at unlock only their names are. */
export const bodyTables = ['bodies', 'bodyPacks'] as const satisfies readonly StoreTable[]

export type HeadTable = (typeof headTables)[number]
export type BodyTable = (typeof bodyTables)[number]
/** Every table that the manifest speaks of. */
export type SetTable = HeadTable | BodyTable

/**
 * The whole vault in three numbers, sealed with the counts in each commit: rows that are missing, older, exchanged or
 * added make another number. Each is the XOR of one MAC per row, so that a commit changes them by its own rows alone.
 */
export interface ManifestSets {
  /** Over the rows of `headTables`. */
  readonly headSet: Uint8Array
  /** Over the rows of `bodyTables`. */
  readonly bodySet: Uint8Array
  /** Over the names of the rows of `bodyTables`: tells at unlock that all are there, without reading one. */
  readonly bodyNames: Uint8Array
}

/** Bytes of a MAC and of a set. */
export const setBytes = 32

/** The sets of a vault without rows. */
export const emptySets: ManifestSets = {
  headSet: new Uint8Array(setBytes),
  bodySet: new Uint8Array(setBytes),
  bodyNames: new Uint8Array(setBytes),
}

const commitmentAt = 12 + 34
const markBytes = { rev: 8, commitment: 32, tag: 16 }

/**
 * What tells one writing of a row from every other: revision, commitment and tag, as they stand in the row. A row that is too
 * short has a shorter mark, which is no other row's.
 */
export function rowMark(row: Uint8Array): Uint8Array {
  return concatBytes(
    row.subarray(0, markBytes.rev),
    row.subarray(commitmentAt, commitmentAt + markBytes.commitment),
    row.subarray(Math.max(0, row.length - markBytes.tag)),
  )
}

/** MAC of one row by its mark. */
export function rowMac(
  man: MacKey,
  table: SetTable,
  name: Uint8Array,
  mark: Uint8Array,
): Promise<Uint8Array> {
  return hmac(man, concatBytes(u8(storeTables.indexOf(table)), lengthPrefixed(name), mark))
}

/** MAC of the name of one row. */
export function nameMac(man: MacKey, table: SetTable, name: Uint8Array): Promise<Uint8Array> {
  return hmac(man, concatBytes(utf8('name'), u8(storeTables.indexOf(table)), lengthPrefixed(name)))
}

/** A row before and after a commit; `undefined` where there is none. */
export interface SetChange {
  readonly table: SetTable
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array | undefined
  /** MAC of the name. */
  readonly named: Uint8Array
}

/** The sets after a commit. */
export function changeSets(sets: ManifestSets, changes: readonly SetChange[]): ManifestSets {
  const next = {
    headSet: sets.headSet.slice(),
    bodySet: sets.bodySet.slice(),
    bodyNames: sets.bodyNames.slice(),
  }
  for (const { table, before, after, named } of changes) {
    const set = isBodyTable(table) ? next.bodySet : next.headSet
    if (before) xorInto(set, before)
    if (after) xorInto(set, after)
    if (isBodyTable(table) && (before === undefined) !== (after === undefined)) xorInto(next.bodyNames, named)
  }
  return next
}

/** XOR of many MACs. */
export function setOf(macs: Iterable<Uint8Array>): Uint8Array {
  const set = new Uint8Array(setBytes)
  for (const mac of macs) xorInto(set, mac)
  return set
}

/** Tells whether two sets are the same. */
export function isSameSet(a: Uint8Array, b: Uint8Array): boolean {
  return equalInConstantTime(a, b)
}

/** Tells whether a table is one whose rows are read on demand. */
export function isBodyTable(table: StoreTable): table is BodyTable {
  return table === 'bodies' || table === 'bodyPacks'
}

function xorInto(set: Uint8Array, mac: Uint8Array): void {
  for (const [index, byte] of mac.entries()) set[index] = (set[index] ?? 0) ^ byte
}
