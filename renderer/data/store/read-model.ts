import type { RecordEntry, RecordKind } from '#shared/records/record.ts'

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

/** The picture of a vault with these heads. */
export function createReadModel(entries: readonly StoredEntry[]): ReadModel {
  const shards: Map<string, StoredEntry>[] = Array.from({ length: shardCount }, () => new Map())
  for (const entry of entries) shards[shardOf(entry.id)]?.set(entry.id, entry)
  return new ShardedReadModel(1, shards, new Map())
}

/** The next picture; the old one stays as it was. Lists that no changed record is in are kept. */
export function nextReadModel(model: ReadModel, change: ReadModelChange): ReadModel {
  if (!(model instanceof ShardedReadModel)) return createReadModel([...model.all(), ...change.put])
  return model.next(change)
}

class ShardedReadModel implements ReadModel {
  readonly version: number
  readonly #shards: readonly Shard[]
  readonly #lists: Map<string, readonly StoredEntry[]>

  constructor(version: number, shards: readonly Shard[], lists: Map<string, readonly StoredEntry[]>) {
    this.version = version
    this.#shards = shards
    this.#lists = lists
  }

  get(id: string): StoredEntry | undefined {
    return this.#shards[shardOf(id)]?.get(id)
  }

  list<K extends RecordKind>(kind: K, caseId?: string): readonly RecordEntry<K>[] {
    const key = listKey(kind, caseId)
    let list = this.#lists.get(key)
    if (!list) {
      list = this.#collect(kind, caseId)
      this.#lists.set(key, list)
    }
    // Collected by kind, which ties the head's type.
    return list as readonly unknown[] as readonly RecordEntry<K>[]
  }

  *all(): Generator<StoredEntry> {
    for (const shard of this.#shards) yield* shard.values()
  }

  next({ put, deletedIds }: ReadModelChange): ReadModel {
    const shards = [...this.#shards]
    const lists = new Map(this.#lists)
    const touched = new Map<number, Map<string, StoredEntry>>()
    const shardFor = (id: string): Map<string, StoredEntry> => {
      const index = shardOf(id)
      const copy = touched.get(index) ?? new Map(shards[index])
      touched.set(index, copy)
      shards[index] = copy
      return copy
    }
    for (const entry of put) {
      forgetLists(lists, this.get(entry.id))
      forgetLists(lists, entry)
      shardFor(entry.id).set(entry.id, entry)
    }
    for (const id of deletedIds) {
      forgetLists(lists, this.get(id))
      shardFor(id).delete(id)
    }
    return new ShardedReadModel(this.version + 1, shards, lists)
  }

  #collect(kind: RecordKind, caseId: string | undefined): readonly StoredEntry[] {
    const found: StoredEntry[] = []
    for (const entry of this.all()) {
      if (entry.kind === kind && (caseId === undefined || entry.caseId === caseId)) found.push(entry)
    }
    return Object.freeze(found.sort((a, b) => a.order - b.order))
  }
}

function forgetLists(lists: Map<string, readonly StoredEntry[]>, entry: StoredEntry | undefined): void {
  if (!entry) return
  lists.delete(listKey(entry.kind, undefined))
  if (entry.caseId !== null) lists.delete(listKey(entry.kind, entry.caseId))
}

function listKey(kind: RecordKind, caseId: string | undefined): string {
  return caseId === undefined ? kind : `${kind}\n${caseId}`
}

/** FNV-1a over the id: spreads ids that share a long beginning. */
function shardOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash >>> 8) & (shardCount - 1)
}
