import type { RecordEntry, RecordKind } from '#shared/records/record.ts'
import { collectLists } from './record-lists.ts'
import type { RecordLists } from './record-lists.ts'

/** What is in memory of a record: what lists and rules see, and what the store needs for the next commit. */
export interface StoredEntry extends RecordEntry {
  /** Place in the order of creation. */
  readonly order: number
  /** Whether the head has a row of its own; otherwise it is read from its pack. */
  readonly headOwn: boolean
  /** The pack that holds the head, or an older one of it. */
  readonly headPack: number | null
  /** Revision of the body that belongs to this head. */
  readonly bodyRev: number
  /** Whether the body has a row of its own; otherwise it is read from its pack. */
  readonly bodyOwn: boolean
  /** The pack that holds the body, or an older one of it. */
  readonly bodyPack: number | null
}

/** An unchanging picture of all heads. Lists come in the order of creation. */
export interface ReadModel {
  /** Grows with every commit. */
  readonly version: number
  get(id: string): StoredEntry | undefined
  list<K extends RecordKind>(kind: K, caseId?: string): readonly RecordEntry<K>[]
  all(): Iterable<StoredEntry>
}

export interface ReadModelChange {
  readonly put: readonly StoredEntry[]
  readonly deletedIds: readonly string[]
}

const shardCount = 256
type Shard = ReadonlyMap<string, StoredEntry>

/** Above so many changes at once, collecting the lists anew costs less than changing them. */
const manyChanges = 1024

/** Heads on their way into a picture; the last one of an id counts. */
export class Gathering {
  readonly #shards: readonly Map<string, StoredEntry>[] = Array.from({ length: shardCount }, () => new Map())

  get size(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.size, 0)
  }

  get(id: string): StoredEntry | undefined {
    return this.#shards[shardOf(id)]?.get(id)
  }

  put(entry: StoredEntry): void {
    this.#shards[shardOf(entry.id)]?.set(entry.id, entry)
  }

  *[Symbol.iterator](): Generator<StoredEntry> {
    for (const shard of this.#shards) yield* shard.values()
  }

  /** The picture of a vault with these heads; nothing is gathered afterwards. */
  finish(): ReadModel {
    return new ShardedReadModel(1, this.#shards, undefined)
  }
}

/** The picture of a vault with these heads. */
export function createReadModel(entries: Iterable<StoredEntry>): ReadModel {
  const gathering = new Gathering()
  for (const entry of entries) gathering.put(entry)
  return gathering.finish()
}

/** The next picture; the old one stays as it was. Lists that no changed record is in are kept. */
export function nextReadModel(model: ReadModel, change: ReadModelChange): ReadModel {
  if (!(model instanceof ShardedReadModel)) return createReadModel([...model.all(), ...change.put])
  return model.next(change)
}

class ShardedReadModel implements ReadModel {
  readonly version: number
  readonly #shards: readonly Shard[]
  #lists: RecordLists | undefined

  constructor(version: number, shards: readonly Shard[], lists: RecordLists | undefined) {
    this.version = version
    this.#shards = shards
    this.#lists = lists
  }

  get(id: string): StoredEntry | undefined {
    return this.#shards[shardOf(id)]?.get(id)
  }

  list<K extends RecordKind>(kind: K, caseId?: string): readonly RecordEntry<K>[] {
    this.#lists ??= collectLists(this.all())
    // Collected by kind, which ties the head's type.
    return this.#lists.list(kind, caseId) as readonly unknown[] as readonly RecordEntry<K>[]
  }

  *all(): Generator<StoredEntry> {
    for (const shard of this.#shards) yield* shard.values()
  }

  next(change: ReadModelChange): ReadModel {
    const shards = [...this.#shards]
    const touched = new Set<number>()
    const shardFor = (id: string): Map<string, StoredEntry> => {
      const index = shardOf(id)
      if (!touched.has(index)) shards[index] = new Map(shards[index])
      touched.add(index)
      // Copied just before, so nobody else has it.
      return shards[index] as Map<string, StoredEntry>
    }
    for (const entry of change.put) shardFor(entry.id).set(entry.id, entry)
    for (const id of change.deletedIds) shardFor(id).delete(id)
    const isSmall = change.put.length + change.deletedIds.length <= manyChanges
    const lists = isSmall ? this.#lists?.next(change, (id) => this.get(id)) : undefined
    return new ShardedReadModel(this.version + 1, shards, lists)
  }
}

/** FNV-1a over the id: spreads ids that share a long beginning. */
function shardOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 8) & (shardCount - 1)
}
