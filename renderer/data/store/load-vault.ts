import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { currentSchema, recordKinds } from '#shared/records/record.ts'
import type { RecordKind } from '#shared/records/record.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { decodeHeadContent } from '#shared/vault/record.ts'
import type { CryptoOperations, OpenedRows, RecordTable, StoreState } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import type { StoredEntry } from './read-model.ts'

/** Something on disk that is not as it was written. The rest of the vault is not touched by it. */
export type Damage =
  | {
      readonly code: 'damaged-record'
      readonly table: RecordTable
      readonly name: string
      readonly id?: string
    }
  | { readonly code: 'missing-records'; readonly table: RecordTable; readonly count: number }
  | { readonly code: 'unexpected-records'; readonly table: RecordTable; readonly count: number }
  | { readonly code: 'damaged-state' }

export interface LoadedVault {
  readonly entries: readonly StoredEntry[]
  readonly state: StoreState
  readonly damage: readonly Damage[]
}

/** Opens all heads. Errors: `newer-vault` when a record was written by a later version of the program. */
export async function loadVault(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
): Promise<Result<LoadedVault, { readonly code: 'newer-vault' }>> {
  const { names, rows, bodyCount, stateRow } = await readRows(database)
  const opened = await crypto('openRows', { table: 'heads', names, rows })
  const damage: Damage[] = []
  const entries: StoredEntry[] = []
  const failed = new Set(opened.failures.map(({ index }) => index))
  for (let index = 0; index < rows.length; index++) {
    if ((opened.schemas[index] ?? 0) > currentSchema && !failed.has(index))
      return err({ code: 'newer-vault' })
    const entry = failed.has(index) ? undefined : readEntry(opened, index)
    if (entry) entries.push(entry)
    else
      damage.push({
        code: 'damaged-record',
        table: 'heads',
        name: bytesToHex(names[index] ?? new Uint8Array()),
      })
  }
  const state = stateRow ? await crypto('openState', { row: stateRow }) : undefined
  if (!state?.ok) damage.push({ code: 'damaged-state' })
  else damage.push(...compareCounts(state.value, rows.length, bodyCount))
  return ok({
    entries,
    state: mendState(state?.ok ? state.value : undefined, entries, rows.length, bodyCount),
    damage,
  })
}

async function readRows(database: VaultDatabase) {
  const { heads, bodies, meta } = database
  return database.transaction('r', heads, bodies, meta, async () => {
    const [keys, rows, bodyCount, stateRow] = await Promise.all([
      heads.toCollection().primaryKeys(),
      heads.toArray(),
      bodies.count(),
      meta.get('state'),
    ])
    // Binary keys come back as buffers, whatever they went in as.
    const names = keys.map((key) => new Uint8Array(key as unknown as ArrayBuffer))
    return { names, rows, bodyCount, stateRow }
  })
}

function readEntry(opened: OpenedRows, index: number): StoredEntry | undefined {
  const content = decodeHeadContent(opened.plain.subarray(opened.ends[index - 1] ?? 0, opened.ends[index]))
  if (!content.ok || !isKind(content.value.kind)) return undefined
  const { id, kind, caseId, order, bodyRev, head } = content.value
  const rev = opened.revs[index] ?? 0
  const schema = opened.schemas[index] ?? 0
  // Sealed by this program after its own schema had accepted it; the seal proves that it is unchanged.
  return { id, kind, caseId, rev, schema, order, bodyRev, head: head as StoredEntry['head'] }
}

function isKind(kind: string): kind is RecordKind {
  return Object.hasOwn(recordKinds, kind)
}

function compareCounts(state: StoreState, heads: number, bodies: number): readonly Damage[] {
  const tables = [
    { table: 'heads', difference: heads - state.heads },
    { table: 'bodies', difference: bodies - state.bodies },
  ] as const
  return tables.flatMap(({ table, difference }): Damage[] => {
    if (difference === 0) return []
    const code = difference < 0 ? 'missing-records' : 'unexpected-records'
    return [{ code, table, count: Math.abs(difference) }]
  })
}

/** Goes on with the sealed counts, so that a loss is reported again next time; from the rows only without them. */
function mendState(
  state: StoreState | undefined,
  entries: readonly StoredEntry[],
  heads: number,
  bodies: number,
): StoreState {
  const lastOrder = entries.reduce((highest, { order }) => Math.max(highest, order), state?.lastOrder ?? 0)
  return state ? { ...state, lastOrder } : { sequence: 1, heads, bodies, lastOrder }
}
