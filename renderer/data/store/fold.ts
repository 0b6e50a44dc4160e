import { decodeValue } from '#shared/vault/decode-value.ts'
import type { CryptoOperations, StoreState } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { emptyPlan, expectOwnHead, removeOwnRows } from './commit-plan.ts'
import type { CommitPlan } from './commit-plan.ts'
import type { VaultDatabase } from './database.ts'
import { plainOf } from './pack-reader.ts'
import type { PackReader } from './pack-reader.ts'
import { isPackable, packableText, putPacks } from './plan-packs.ts'
import type { ToPack } from './plan-packs.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'
import { rewritePacks } from './rewrite-packs.ts'
import type { Leaving } from './rewrite-packs.ts'

/** So many heads with rows of their own are worth folding; fewer cost too little at unlock. */
export const worthFolding = 512

const foldedAtOnce = 4096

/** What folding reads from. */
export interface FoldParts {
  readonly database: VaultDatabase
  readonly crypto: Caller<CryptoOperations>
  readonly packs: PackReader
  readonly model: ReadModel
  readonly state: StoreState
}

/** Plans to fold the oldest heads and bodies that have rows of their own into packs; nothing else changes. */
export async function planFold(
  { database, crypto, packs, model, state }: FoldParts,
  atLeast: number,
): Promise<CommitPlan | undefined> {
  const own = [...model.all()].filter((entry) => entry.headOwn && isPackable(entry))
  if (own.length < Math.max(atLeast, 1)) return undefined
  const folding = own.sort((a, b) => a.order - b.order).slice(0, foldedAtOnce)
  const plan = emptyPlan(state)
  const records = await readOwnBodies(database, crypto, folding)
  for (const { entry, text } of records) {
    expectOwnHead(plan, entry.id, entry)
    removeOwnRows(plan, { ...entry, bodyOwn: text !== undefined })
  }
  putPacks(plan, records)
  await rewritePacks(plan, model, packs, leavingOldPacks(records))
  return plan
}

/** Older copies in older packs must go; a body that stays in its pack keeps its place there. */
function leavingOldPacks(records: readonly ToPack[]): Leaving {
  return {
    heads: records.map(({ entry }) => entry),
    bodies: records.flatMap(({ entry, text }) => (text === undefined ? [] : [entry])),
  }
}

/** Opens the bodies that have rows of their own. One that is damaged or large stays where it is. */
async function readOwnBodies(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  entries: readonly StoredEntry[],
): Promise<readonly ToPack[]> {
  const rows = entries.map(({ id }) => ({ table: 'bodies', key: id }) as const)
  const names = await crypto('nameRows', { rows })
  const found = await database.bodies.bulkGet([...names])
  const present = found.map((row) => row ?? new Uint8Array())
  const cases = entries.map(({ caseId }) => caseId)
  const opened = await crypto('openRows', { table: 'bodies', names, rows: present, cases })
  const failed = new Set(opened.failures.map(({ index }) => index))
  return entries.map((entry, index) => {
    const usable = entry.bodyOwn && !failed.has(index) && opened.revs[index] === entry.bodyRev
    const body = usable ? decodeValue(plainOf(opened, index)) : undefined
    return { entry, text: body?.ok ? packableText(body.value) : undefined }
  })
}
