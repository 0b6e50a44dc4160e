import { encodeBodyPack, encodeHeadPack, packSchema, recordsPerPack } from '#shared/vault/pack.ts'
import type { PackedBody } from '#shared/vault/pack.ts'
import { count, headContent } from './commit-plan.ts'
import type { CommitPlan } from './commit-plan.ts'
import type { StoredEntry } from './read-model.ts'

/** Bodies above this size keep a row of their own: opening a pack should cost little. */
export const largestPackedBody = 32 * 1024

const packBytes = 512 * 1024

/** A record on its way into packs; without a body the body stays where it is. */
export interface ToPack {
  readonly entry: StoredEntry
  readonly body: Uint8Array | undefined
}

/** Plans packs for records: bodies of one case together, heads in the order of creation. */
export function putPacks(plan: CommitPlan, records: readonly ToPack[]): void {
  const withBodies = records.map((record) => ({ ...record }))
  for (const group of groupByCase(withBodies)) {
    for (const bodies of chunkBodies(group)) putBodyPack(plan, bodies)
  }
  const entries = withBodies.map(({ entry }) => entry).sort((a, b) => a.order - b.order)
  for (let start = 0; start < entries.length; start += recordsPerPack) {
    putHeadPack(plan, entries.slice(start, start + recordsPerPack))
  }
}

interface Placing {
  entry: StoredEntry
  readonly body: Uint8Array | undefined
}

function putBodyPack(plan: CommitPlan, placings: readonly Placing[]): void {
  const number = nextPack(plan)
  const bodies = placings.flatMap(({ entry: { id, bodyRev }, body }): PackedBody[] =>
    body ? [{ id, rev: bodyRev, body }] : [],
  )
  for (const placing of placings) placing.entry = { ...placing.entry, bodyOwn: false, bodyPack: number }
  const plain = encodeBodyPack(bodies)
  const caseId = placings[0]?.entry.caseId ?? null
  plan.put.push({ table: 'bodyPacks', key: String(number), caseId, rev: 1, schema: packSchema, plain })
  count(plan, 'bodyPacks', 1)
}

function putHeadPack(plan: CommitPlan, entries: readonly StoredEntry[]): void {
  const number = nextPack(plan)
  const packed = entries.map((entry): StoredEntry => ({ ...entry, headOwn: false, headPack: number }))
  plan.put.push({
    table: 'headPacks',
    key: String(number),
    rev: 1,
    schema: packSchema,
    plain: headPackBytes(number, packed),
  })
  count(plan, 'headPacks', 1)
  plan.entries.push(...packed)
  const lastOrder = packed.reduce((highest, { order }) => Math.max(highest, order), plan.state.lastOrder)
  plan.state = { ...plan.state, lastOrder }
}

/** Bytes of a pack of heads as they are in memory. */
export function headPackBytes(number: number, entries: readonly StoredEntry[]): Uint8Array {
  const heads = entries.map((entry) => ({ ...headContent(entry), rev: entry.rev, schema: entry.schema }))
  return encodeHeadPack({ pack: number, heads })
}

function nextPack(plan: CommitPlan): number {
  const number = plan.state.lastPack + 1
  plan.state = { ...plan.state, lastPack: number }
  return number
}

function groupByCase(placings: readonly Placing[]): readonly Placing[][] {
  const groups = new Map<string | null, Placing[]>()
  for (const placing of placings) {
    if (!placing.body) continue
    const group = groups.get(placing.entry.caseId)
    if (group) group.push(placing)
    else groups.set(placing.entry.caseId, [placing])
  }
  return [...groups.values()]
}

function chunkBodies(placings: readonly Placing[]): readonly Placing[][] {
  const chunks: Placing[][] = []
  let bytes = packBytes
  for (const placing of placings) {
    bytes += placing.body?.length ?? 0
    const last = chunks.at(-1)
    if (last && last.length < recordsPerPack && bytes <= packBytes) {
      last.push(placing)
    } else {
      chunks.push([placing])
      bytes = placing.body?.length ?? 0
    }
  }
  return chunks
}
