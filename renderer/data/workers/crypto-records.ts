import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { utf8 } from '#shared/vault/bytes.ts'
import type { SealContext } from '#shared/vault/context.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { encodeValue } from '#shared/vault/encode-value.ts'
import { emptySets, rowMark } from '#shared/vault/manifest.ts'
import type { ManifestSets } from '#shared/vault/manifest.ts'
import { keysOfEpoch, objectName } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { decodeRow, encodeRow } from '#shared/vault/record.ts'
import type { RowPrefix } from '#shared/vault/record.ts'
import { open, seal, sealedEpoch } from '#shared/vault/sealed-object.ts'
import type { SealProblem } from '#shared/vault/sealed-object.ts'
import type {
  CommitToSeal,
  NamedRow,
  OpenedRows,
  OpenedState,
  RowKey,
  RowsToOpen,
  SealedCommit,
  SealedRow,
  StoreState,
} from './crypto-protocol.ts'
import type { ManifestKeeper } from './manifest-keeper.ts'
import type { TrailState } from './trail-keeper.ts'
import { openRow, resealRow, sealRow } from './row-seals.ts'
import type { OpenedVault } from './row-seals.ts'
import { buffersOf, transferring } from './rpc.ts'

/** How many objects are worked on at once: enough to keep the platform's crypto threads busy. */
const batchSize = 512

/** Version of the state that this program writes: 2 brought the manifest, 3 packs of schema 2. */
export const currentLayout = 3

/** The counts of a new vault. */
export const emptyState: StoreState = {
  sequence: 1,
  heads: 0,
  bodies: 0,
  headPacks: 0,
  bodyPacks: 0,
  keys: 0,
  audit: 0,
  lastOrder: 0,
  lastPack: 0,
}

/** Random-looking names of rows. */
export function nameRows(
  keys: VaultKeys,
  { rows }: { readonly rows: readonly RowKey[] },
): Promise<readonly Uint8Array[]> {
  return inBatches(rows, ({ table, key }) => objectName(keys.names, table, key))
}

/** Seals everything that one commit writes, and the state with its manifest. */
export async function sealCommit(vault: OpenedVault, commit: CommitToSeal): Promise<SealedCommit> {
  const { keys, manifest, cases } = vault
  const { put, expect, remove, reseal = [], anew = false } = commit
  planCaseKeys(vault, commit)
  await manifest.noteRows(reseal)
  const [rows, resealed, expected, removedNames] = await Promise.all([
    inBatches(put, (row) => sealRow(vault, row)),
    inBatches(reseal, (row) => resealRow(vault, row)),
    nameRows(keys, { rows: expect }),
    nameRows(keys, { rows: remove }),
  ])
  const caseKeys = await cases.planned()
  const records = [...rows, ...resealed.filter((row) => row !== undefined), ...caseKeys.rows]
  const history = await vault.trail.plan(keys, commit, records)
  const written = [...records, ...history.rows]
  const removed = [
    ...remove.map(({ table }, index) => ({ table, name: removedNames[index] ?? new Uint8Array() })),
    ...caseKeys.removed,
    ...history.removed,
  ]
  const sets = await manifest.plan(written, removed, anew)
  const state = countWorkerRows(manifest, commit.state, written, removed)
  const stateRow = await sealState(vault, state, sets, history.state)
  return transferring(
    { rows: written, expected, removed, state, stateRow },
    buffersOf(rows.map(({ row }) => row)),
  )
}

function planCaseKeys({ keys, cases }: OpenedVault, { eraseCases = [], forgetCaseKeys }: CommitToSeal): void {
  cases.begin()
  for (const caseId of eraseCases) cases.planErasing(caseId)
  if (forgetCaseKeys === true) cases.planForgetting(keys.epoch)
}

/** The page counts the rows that it plans; those that are added here are counted here. */
function countWorkerRows(
  keeper: ManifestKeeper,
  state: StoreState,
  rows: readonly SealedRow[],
  removed: readonly NamedRow[],
): StoreState {
  const after = (table: 'keys' | 'audit') =>
    state[table] +
    rows.filter((row) => row.table === table && !keeper.has(row)).length -
    removed.filter((row) => row.table === table).length
  return { ...state, keys: after('keys'), audit: after('audit') }
}

/** Names those of the rows that are on disk and were not noted. */
export async function unnotedRows(
  keys: VaultKeys,
  keeper: ManifestKeeper,
  { rows }: { readonly rows: readonly RowKey[] },
): Promise<readonly NamedRow[]> {
  const names = await nameRows(keys, { rows })
  return rows
    .map(({ table }, index) => ({ table, name: names[index] ?? new Uint8Array() }))
    .filter((row) => keeper.isUnnoted(row))
}

/** Opens rows of one table; a row that fails is reported and does not stop the others. */
export async function openRows(
  vault: OpenedVault,
  { table, names, rows, cases = [], note = false }: RowsToOpen,
): Promise<OpenedRows> {
  if (note) await vault.manifest.note({ table, names, marks: rows.map(rowMark) })
  const revs = new Float64Array(rows.length)
  const schemas = new Uint32Array(rows.length)
  const failures: { index: number; problem: SealProblem }[] = []
  const plains = await inBatches(rows, async (row, index) => {
    const decoded = decodeRow(row)
    revs[index] = decoded?.rev ?? 0
    schemas[index] = decoded?.schema ?? 0
    const place = { table, name: names[index] ?? new Uint8Array(), caseId: cases[index] ?? null }
    const opened = decoded ? await openRow(vault, place, decoded) : err({ code: 'truncated' as const })
    if (opened.ok) return opened.value
    failures.push({ index, problem: opened.error })
    return new Uint8Array()
  })
  const { plain, ends } = pack(plains)
  // `pack` makes both just before, on memory that is not shared.
  return transferring({ plain, ends, revs, schemas, failures }, [
    plain.buffer as ArrayBuffer,
    ends.buffer as ArrayBuffer,
  ])
}

/** Seals the counts that the store must agree with, and the sets of its rows, under the epoch that the sets belong to. */
export async function sealState(
  { keys, manifest }: Pick<OpenedVault, 'keys' | 'manifest'>,
  state: StoreState,
  sets: ManifestSets = emptySets,
  trail: TrailState | null = null,
): Promise<Uint8Array> {
  const prefix = { rev: state.sequence, schema: currentLayout }
  const { local } = manifest.keys
  const context = stateContext(keys, prefix, manifest.keys.epoch)
  const content = encodeValue({ ...state, ...sets, trail })
  const sealed = await seal(local, context, content)
  content.fill(0)
  return encodeRow(prefix, sealed)
}

/** Opens the counts, and begins the manifest with the sets that are sealed beside them. */
export async function openState(
  { keys, manifest, trail: history }: OpenedVault,
  { row }: { readonly row: Uint8Array },
): Promise<Result<OpenedState, SealProblem>> {
  manifest.begin(keys, undefined)
  const decoded = decodeRow(row)
  if (!decoded) return err({ code: 'truncated' })
  if (decoded.schema > currentLayout) return err({ code: 'newer-format' })
  const epochKeys = keysOfEpoch(keys, sealedEpoch(decoded.sealed) ?? keys.epoch)
  if (!epochKeys) return err({ code: 'wrong-epoch' })
  const context = stateContext(keys, decoded, epochKeys.epoch)
  const opened = await open(epochKeys.local, context, decoded.sealed)
  if (!opened.ok) return opened
  const value = decodeValue(opened.value)
  if (!value.ok) return err({ code: 'bad-padding' })
  if (decoded.schema === 1) {
    // Sealed by the first release, whose state had these counts and no sets.
    const counts = value.value as Omit<StoreState, 'keys' | 'audit'>
    manifest.begin(epochKeys, undefined)
    return ok({ layout: 1, state: { ...counts, keys: 0, audit: 0 } })
  }
  // Sealed by this module alone, so the shape is the one of `sealState`.
  const { headSet, bodySet, bodyNames, trail, ...state } = value.value as StoreState &
    ManifestSets &
    WithTrail
  history.begin(trail ?? null)
  manifest.begin(epochKeys, { headSet, bodySet, bodyNames })
  return ok({ layout: 2, state })
}

interface WithTrail {
  readonly trail?: TrailState | null
}

function stateContext({ vaultId }: VaultKeys, { rev, schema }: RowPrefix, epoch: number): SealContext {
  return { vaultId, store: 'meta', objectId: utf8('state'), rev, schema, epoch, flags: 0 }
}

function pack(parts: readonly Uint8Array[]): { plain: Uint8Array; ends: Uint32Array } {
  const plain = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  const ends = new Uint32Array(parts.length)
  let at = 0
  parts.forEach((part, index) => {
    plain.set(part, at)
    at += part.length
    ends[index] = at
  })
  return { plain, ends }
}

async function inBatches<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < all.length; start += batchSize) {
    const batch = all.slice(start, start + batchSize)
    results.push(...(await Promise.all(batch.map((one, offset) => work(one, start + offset)))))
  }
  return results
}
