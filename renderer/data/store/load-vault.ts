import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { recordKinds } from '#shared/records/record.ts'
import type { RecordKind } from '#shared/records/record.ts'
import { upgrader as productUpgrader } from '#shared/records/upgrade.ts'
import type { Upgrader } from '#shared/records/upgrade.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { decodeHeadPack } from '#shared/vault/pack.ts'
import type { PackedHead } from '#shared/vault/pack.ts'
import { decodeHeadContent } from '#shared/vault/record.ts'
import { bodyTables, headTables, rowMark } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import type { SealProblem } from '#shared/vault/sealed-object.ts'
import type {
  CryptoOperations,
  ManifestCheck,
  OpenedRows,
  OpenedState,
  RecordTable,
  StoreState,
} from '../workers/crypto-protocol.ts'
import { buffersOf } from '../workers/rpc.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import { plainOf } from './pack-reader.ts'
import { Gathering } from './read-model.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'
import { readRows } from './read-rows.ts'
import type { NamedRow, RowsOnDisk, RowTaker } from './read-rows.ts'

/** Something on disk that is not as it was written. The rest of the vault is not touched by it. */
export type Damage =
  /** `name` is the row's key in hexadecimal. In a pack, all of its records are out of reach. */
  | { readonly code: 'damaged-record'; readonly table: RecordTable | 'keys'; readonly name: string }
  | { readonly code: 'missing-records'; readonly table: SetTable; readonly count: number }
  | { readonly code: 'unexpected-records'; readonly table: SetTable; readonly count: number }
  /** As many rows as there must be, each of them genuine, but not those of the last commit. */
  | { readonly code: 'other-records' }
  | { readonly code: 'damaged-state' }

export interface LoadedVault {
  readonly model: ReadModel
  readonly records: number
  readonly headPackRevs: Map<number, number>
  readonly headRows: number
  readonly state: StoreState
  readonly damage: readonly Damage[]
  /** False when the counts were sealed without a manifest, or could not be opened: it has to be made anew. */
  readonly hasManifest: boolean
}

/**
 * Opens all heads and compares everything that is on disk with the manifest, but for the content of bodies. Errors: `newer-vault`
 * when a record, or the state itself, was written by a later version of the program.
 */
export async function loadVault(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  upgrader: Upgrader = productUpgrader,
): Promise<Result<LoadedVault, { readonly code: 'newer-vault' }>> {
  const headPackRevs = new Map<number, number>()
  const into: Reading = { entries: new Gathering(), damage: [], upgrader }
  const opening = beginOpening(crypto, (name, opened) => readPack(name, opened, into, headPackRevs))
  const onDisk = await readRows(database, opening)
  const state = await opening.opened
  if (!state.ok && state.error.code === 'newer-format') return err({ code: 'newer-vault' })
  const [canReadPacks, heads, lostKeys] = await Promise.all([
    opening.finish(),
    crypto('openRows', { table: 'heads', ...onDisk.heads, note: true }),
    crypto('loadCaseKeys', onDisk.keys),
    noteOthers(crypto, onDisk),
  ])
  // Rows of their own are newer than packs, so they are read when all packs were.
  if (!canReadPacks || !readHeads(heads, onDisk, into)) return err({ code: 'newer-vault' })
  const { entries } = into
  const damage = [...lostKeys.map((index) => lostKey(onDisk, index)), ...into.damage]
  const sealed = state.ok ? state.value : undefined
  const check = sealed?.layout === 2 ? await crypto('checkManifest', {}) : undefined
  if (sealed) damage.push(...compareCounts(sealed, onDisk))
  else damage.push({ code: 'damaged-state' })
  if (damage.length === 0 && check && differs(check)) damage.push({ code: 'other-records' })
  return ok({
    model: entries.finish(),
    records: entries.size,
    headPackRevs,
    headRows: onDisk.counts.heads,
    state: mendState(sealed?.state, entries, onDisk),
    damage,
    hasManifest: check !== undefined,
  })
}

function lostKey({ keys }: RowsOnDisk, index: number): Damage {
  return {
    code: 'damaged-record',
    table: 'keys',
    name: bytesToHex(keys.names[index] ?? new Uint8Array()),
  }
}

interface Opening extends RowTaker {
  readonly opened: Promise<Result<OpenedState, SealProblem>>
  /** Waits for all packs. Answers false when `read` said so of one. */
  finish(): Promise<boolean>
}

/** Opens packs of heads as they come from the disk, so that reading, opening and decoding go on side by side. */
function beginOpening(
  crypto: Caller<CryptoOperations>,
  read: (name: Uint8Array, opened: OpenedRows) => boolean,
): Opening {
  const { promise: opened, resolve } = Promise.withResolvers<Result<OpenedState, SealProblem>>()
  const packs: Promise<boolean>[] = []
  const open = async ({ name, row }: NamedRow): Promise<boolean> => {
    // The state says which keys the manifest is made with, so it is opened before any row is noted.
    await opened
    const input = { table: 'headPacks', names: [name], rows: [row], note: true } as const
    return read(name, await crypto('openRows', input, buffersOf([row])))
  }
  return {
    opened,
    state: (row) => resolve(crypto('openState', { row: row ?? new Uint8Array() })),
    headPack: (pack) => packs.push(open(pack)),
    finish: async () => (await Promise.all(packs)).every(Boolean),
  }
}

/** Takes into the manifest what this does not open. */
async function noteOthers(crypto: Caller<CryptoOperations>, onDisk: RowsOnDisk): Promise<void> {
  const marksOf = (table: 'keys' | 'audit') => ({
    table,
    names: onDisk[table].names,
    marks: onDisk[table].rows.map(rowMark),
  })
  await Promise.all([
    crypto('noteRows', marksOf('keys')),
    crypto('noteRows', marksOf('audit')),
    crypto('noteNames', onDisk.bodyNames),
  ])
}

function differs({ heads, bodyNames }: ManifestCheck): boolean {
  return heads !== true || !bodyNames
}

/** What reading fills, and what it is checked against. */
interface Reading {
  readonly entries: Gathering
  readonly damage: Damage[]
  readonly upgrader: Upgrader
}

/** Answers false when the pack holds something that only a later version can read. */
function readPack(
  name: Uint8Array,
  opened: OpenedRows,
  { entries, damage, upgrader }: Reading,
  revs: Map<number, number>,
): boolean {
  const decoded =
    opened.failures.length > 0 ? undefined : decodeHeadPack(plainOf(opened, 0), opened.schemas[0] ?? 0)
  if (!decoded?.ok) {
    damage.push({ code: 'damaged-record', table: 'headPacks', name: bytesToHex(name) })
    return true
  }
  const { pack, heads } = decoded.value
  revs.set(pack, opened.revs[0] ?? 0)
  for (const head of heads) {
    if (!isKind(head.kind) || head.schema > upgrader.schemaOf(head.kind)) return false
    entries.put(entryOf(head, head.kind, false, pack))
  }
  return true
}

/** Rows of their own come after the packs, because they are newer. Answers false for a later version's record. */
function readHeads(
  opened: OpenedRows,
  { heads }: RowsOnDisk,
  { entries, damage, upgrader }: Reading,
): boolean {
  const failed = new Set(opened.failures.map(({ index }) => index))
  for (const [index, name] of heads.names.entries()) {
    const content = failed.has(index) ? undefined : decodeHeadContent(plainOf(opened, index))
    if (!content?.ok) {
      damage.push({ code: 'damaged-record', table: 'heads', name: bytesToHex(name) })
      continue
    }
    const { id, kind } = content.value
    const prefix = { rev: opened.revs[index] ?? 0, schema: opened.schemas[index] ?? 0 }
    if (!isKind(kind) || prefix.schema > upgrader.schemaOf(kind)) return false
    entries.put(entryOf({ ...content.value, ...prefix }, kind, true, entries.get(id)?.headPack ?? null))
  }
  return true
}

function entryOf(
  packed: PackedHead,
  kind: RecordKind,
  headOwn: boolean,
  headPack: number | null,
): StoredEntry {
  const { id, caseId, rev, schema, order, bodyRev, bodyOwn, bodyPack } = packed
  // Sealed by this program after its own schema had accepted it; the seal proves that it is unchanged.
  const head = packed.head as StoredEntry['head']
  return { id, kind, caseId, rev, schema, order, headOwn, headPack, bodyRev, bodyOwn, bodyPack, head }
}

function isKind(kind: string): kind is RecordKind {
  return Object.hasOwn(recordKinds, kind)
}

function compareCounts({ state }: OpenedState, { counts }: RowsOnDisk): readonly Damage[] {
  return [...headTables, ...bodyTables].flatMap((table): Damage[] => {
    const difference = counts[table] - state[table]
    if (difference === 0) return []
    const code = difference < 0 ? 'missing-records' : 'unexpected-records'
    return [{ code, table, count: Math.abs(difference) }]
  })
}

/** Goes on with the sealed counts, so that a loss is reported again next time; from the rows only without them. */
function mendState(
  state: StoreState | undefined,
  entries: Iterable<StoredEntry>,
  { counts }: RowsOnDisk,
): StoreState {
  let lastOrder = state?.lastOrder ?? 0
  let lastPack = state?.lastPack ?? 0
  for (const { order, headPack, bodyPack } of entries) {
    lastOrder = Math.max(lastOrder, order)
    lastPack = Math.max(lastPack, headPack ?? 0, bodyPack ?? 0)
  }
  return { sequence: 1, ...counts, ...state, lastOrder, lastPack }
}
