import { hasJsonText, jsonTextOf } from '#shared/vault/json-text.ts'
import {
  bodiesPerPack,
  encodeBodyPack,
  encodeHeadPack,
  headsPerPack,
  packSchema,
} from '#shared/vault/pack.ts'
import type { BodyToPack } from '#shared/vault/pack.ts'
import { count, headContent } from './commit-plan.ts'
import type { CommitPlan } from './commit-plan.ts'
import type { StoredEntry } from './read-model.ts'

/** Bodies whose text is longer keep a row of their own: opening a pack should cost little. */
const largestPackedBody = 32 * 1024

const packLength = 512 * 1024

/** Text of a body that goes into a pack; `undefined` for one that keeps a row of its own, large or with byte strings. */
export function packableText(body: unknown): string | undefined {
  const text = jsonTextOf(body)
  return text !== undefined && text.length <= largestPackedBody ? text : undefined
}

/** Tells whether a head can stand in a pack. */
export function isPackable({ head }: StoredEntry): boolean {
  return hasJsonText(head)
}

/** A record on its way into packs, with its body as `packableText`; without one the body stays where it is. */
export interface ToPack {
  readonly entry: StoredEntry
  readonly text: string | undefined
}

/** Plans packs for records: bodies of one case together, heads in the order of creation. */
export function putPacks(plan: CommitPlan, records: readonly ToPack[]): void {
  const withBodies = records.map((record) => ({ ...record }))
  for (const group of groupByCase(withBodies)) {
    for (const bodies of chunkBodies(group)) putBodyPack(plan, bodies)
  }
  const entries = withBodies.map(({ entry }) => entry).sort((a, b) => a.order - b.order)
  for (let start = 0; start < entries.length; start += headsPerPack) {
    putHeadPack(plan, entries.slice(start, start + headsPerPack))
  }
}

interface Placing {
  entry: StoredEntry
  readonly text: string | undefined
}

function putBodyPack(plan: CommitPlan, placings: readonly Placing[]): void {
  const number = nextPack(plan)
  const bodies = placings.flatMap(({ entry: { id, bodyRev }, text }): BodyToPack[] =>
    text === undefined ? [] : [{ id, rev: bodyRev, text }],
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
    if (placing.text === undefined) continue
    const group = groups.get(placing.entry.caseId)
    if (group) group.push(placing)
    else groups.set(placing.entry.caseId, [placing])
  }
  return [...groups.values()]
}

function chunkBodies(placings: readonly Placing[]): readonly Placing[][] {
  const chunks: Placing[][] = []
  let length = packLength
  for (const placing of placings) {
    length += placing.text?.length ?? 0
    const last = chunks.at(-1)
    if (last && last.length < bodiesPerPack && length <= packLength) {
      last.push(placing)
    } else {
      chunks.push([placing])
      length = placing.text?.length ?? 0
    }
  }
  return chunks
}
