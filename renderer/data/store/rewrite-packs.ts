import { jsonTextOf } from '#shared/vault/json-text.ts'
import { encodeBodyPack, packSchema } from '#shared/vault/pack.ts'
import { invariant } from '#shared/domain/result.ts'
import { count } from './commit-plan.ts'
import type { CommitPlan } from './commit-plan.ts'
import type { BodyToPack, PackedBody } from '#shared/vault/pack.ts'
import { headPackBytes } from './plan-packs.ts'
import type { ReadModel, StoredEntry } from './read-model.ts'
import { packsOf } from './pack-reader.ts'
import type { OpenedBodyPack, PackReader } from './pack-reader.ts'

/** What leaves its packs: heads and bodies apart, because a body may stay where its head does not. */
export interface Leaving {
  readonly heads: readonly StoredEntry[]
  readonly bodies: readonly StoredEntry[]
}

/**
 * Plans the rewriting of packs from which records leave, so that a record that was deleted or moved is in no pack any
 * more: it could come back at the next unlock. What newer rows have replaced leaves at the same time.
 */
export async function rewritePacks(
  plan: CommitPlan,
  model: ReadModel,
  packs: PackReader,
  { heads, bodies }: Leaving,
): Promise<void> {
  const headPacks = numbers(heads.map(({ headPack }) => headPack))
  const goneHeads = new Set(heads.map(({ id }) => id))
  if (headPacks.size > 0) {
    for (const [number, entries] of entriesOfPacks(model, headPacks)) {
      rewriteHeadPack(plan, packs.headPackRev(number), number, entries, goneHeads)
    }
  }
  const goneBodies = new Set(bodies.map(({ id }) => id))
  for (const pack of await packs.openBodyPacks(packsOf(bodies)))
    rewriteBodyPack(plan, model, pack, goneBodies)
}

function rewriteHeadPack(
  plan: CommitPlan,
  rev: number,
  number: number,
  entries: readonly StoredEntry[],
  gone: ReadonlySet<string>,
): void {
  const [id = ''] = gone
  const key = String(number)
  const staying = entries.filter((entry) => !gone.has(entry.id))
  const kept = staying.filter(({ headOwn }) => !headOwn)
  plan.expect.push({ table: 'headPacks', key, rev, id })
  if (kept.length > 0) {
    const plain = headPackBytes(number, kept)
    plan.put.push({ table: 'headPacks', key, rev: rev + 1, schema: packSchema, plain })
  } else {
    plan.remove.push({ table: 'headPacks', key })
    count(plan, 'headPacks', -1)
  }
  const planned = new Set(plan.entries.map((entry) => entry.id))
  const freed = staying.filter((entry) => entry.headOwn && !planned.has(entry.id))
  plan.entries.push(...freed.map((entry): StoredEntry => ({ ...entry, headPack: null })))
}

function rewriteBodyPack(
  plan: CommitPlan,
  model: ReadModel,
  { number, caseId, rev, bodies }: OpenedBodyPack,
  gone: ReadonlySet<string>,
): void {
  const [id = ''] = gone
  const key = String(number)
  const kept = bodies.filter((body) => {
    const entry = model.get(body.id)
    return !gone.has(body.id) && entry?.bodyPack === number && !entry.bodyOwn && entry.bodyRev === body.rev
  })
  plan.expect.push({ table: 'bodyPacks', key, rev, id })
  if (kept.length > 0) {
    const plain = encodeBodyPack(kept.map(asText))
    plan.put.push({ table: 'bodyPacks', key, caseId, rev: rev + 1, schema: packSchema, plain })
    return
  }
  plan.remove.push({ table: 'bodyPacks', key })
  count(plan, 'bodyPacks', -1)
}

function asText({ id, rev, body }: PackedBody): BodyToPack {
  const text = jsonTextOf(body)
  invariant(text !== undefined, 'what was read from a pack can be written into one')
  return { id, rev, text }
}

function entriesOfPacks(
  model: ReadModel,
  packs: ReadonlySet<number>,
): ReadonlyMap<number, readonly StoredEntry[]> {
  const found = new Map<number, StoredEntry[]>([...packs].map((number) => [number, []]))
  for (const entry of model.all()) {
    if (entry.headPack !== null) found.get(entry.headPack)?.push(entry)
  }
  return found
}

function numbers(packs: readonly (number | null)[]): ReadonlySet<number> {
  return new Set(packs.filter((pack) => pack !== null))
}
