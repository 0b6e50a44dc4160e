import type { RecordKind } from '#shared/records/record.ts'
import type { ReadModelChange, StoredEntry } from './read-model.ts'

type List = readonly StoredEntry[]

/**
 * All entries by kind and case, each list in the order of creation. Made in one pass when a list is first asked for;
 * after a commit only the lists that hold one of its entries are copied, so that a save costs the same in a vault of
 * ten records and of a hundred thousand.
 */
export class RecordLists {
  readonly #cases: ReadonlyMap<RecordKind, ReadonlyMap<string | null, List>>
  /** Whole kinds, joined when they are first asked for. */
  readonly #kinds: Map<RecordKind, List>

  constructor(
    cases: ReadonlyMap<RecordKind, ReadonlyMap<string | null, List>>,
    kinds: Map<RecordKind, List>,
  ) {
    this.#cases = cases
    this.#kinds = kinds
  }

  list(kind: RecordKind, caseId: string | undefined): List {
    if (caseId !== undefined) return this.#cases.get(kind)?.get(caseId) ?? none
    const known = this.#kinds.get(kind)
    if (known) return known
    const joined = Object.freeze([...(this.#cases.get(kind)?.values() ?? [])].flat().sort(inOrder))
    this.#kinds.set(kind, joined)
    return joined
  }

  /** The lists after a commit; `before` finds an entry as it was. */
  next(change: ReadModelChange, before: (id: string) => StoredEntry | undefined): RecordLists {
    const editing = new Editing(this.#cases, this.#kinds)
    for (const entry of change.put) {
      const old = before(entry.id)
      if (old && !isSamePlace(old, entry)) editing.remove(old)
      editing.put(entry)
    }
    for (const id of change.deletedIds) {
      const old = before(id)
      if (old) editing.remove(old)
    }
    return new RecordLists(editing.cases, editing.kinds)
  }
}

const none: List = Object.freeze([])

/** Sorts entries into lists. */
export function collectLists(entries: Iterable<StoredEntry>): RecordLists {
  const cases = new Map<RecordKind, Map<string | null, StoredEntry[]>>()
  for (const entry of entries) {
    const ofKind = cases.get(entry.kind) ?? new Map<string | null, StoredEntry[]>()
    cases.set(entry.kind, ofKind)
    const list = ofKind.get(entry.caseId)
    if (list) list.push(entry)
    else ofKind.set(entry.caseId, [entry])
  }
  for (const ofKind of cases.values()) {
    for (const list of ofKind.values()) Object.freeze(list.sort(inOrder))
  }
  return new RecordLists(cases, new Map())
}

/** Copies each list once, when it is first changed. */
class Editing {
  readonly cases: Map<RecordKind, Map<string | null, List>>
  readonly kinds: Map<RecordKind, List>
  readonly #copied = new Set<unknown>()

  constructor(
    cases: ReadonlyMap<RecordKind, ReadonlyMap<string | null, List>>,
    kinds: ReadonlyMap<RecordKind, List>,
  ) {
    // The maps inside are copied when they are changed; until then nobody writes to them.
    this.cases = new Map(cases) as Map<RecordKind, Map<string | null, List>>
    this.kinds = new Map(kinds)
  }

  put(entry: StoredEntry): void {
    for (const list of this.#listsOf(entry)) {
      const at = placeOf(list, entry)
      if (list[at]?.id === entry.id) list[at] = entry
      else list.splice(at, 0, entry)
    }
  }

  remove(entry: StoredEntry): void {
    for (const list of this.#listsOf(entry)) {
      const at = placeOf(list, entry)
      if (list[at]?.id === entry.id) list.splice(at, 1)
    }
  }

  #listsOf({ kind, caseId }: StoredEntry): readonly StoredEntry[][] {
    const ofKind = this.#own(this.cases, kind, (cases) => new Map(cases ?? []))
    const ofCase = this.#own(ofKind, caseId, (list) => [...(list ?? [])])
    const whole = this.kinds.has(kind) ? [this.#own(this.kinds, kind, (list) => [...(list ?? [])])] : []
    // Copied just before, so nobody else has them.
    return [ofCase, ...whole] as StoredEntry[][]
  }

  #own<K, V>(map: Map<K, V>, key: K, copy: (value: V | undefined) => V): V {
    const value = map.get(key)
    if (value !== undefined && this.#copied.has(value)) return value
    const own = copy(value)
    this.#copied.add(own)
    map.set(key, own)
    return own
  }
}

/** Where an entry stands, or would stand. Orders are given out once; should two be alike all the same, the id decides. */
function placeOf(list: List, { id, order }: StoredEntry): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.order ?? 0) < order) low = middle + 1
    else high = middle
  }
  while (list[low]?.order === order && list[low]?.id !== id) low += 1
  return low
}

function isSamePlace(a: StoredEntry, b: StoredEntry): boolean {
  return a.kind === b.kind && a.caseId === b.caseId && a.order === b.order
}

function inOrder(a: StoredEntry, b: StoredEntry): number {
  return a.order - b.order
}
