import type { DurableLook, HeaderCopy, StoredRow } from '#shared/contract/vault-files.ts'
import { bytesToHex } from '#shared/vault/bytes.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { RequestOf, ResponseOf } from '#shared/contract/methods.ts'
import type { DurableCopy, DurableMethod } from '#renderer/data/store/durable-copy.ts'

/** The host's folder of one computer, in memory: it outlives pages, and tests reach into it. */
export interface MemoryDurable {
  readonly call: DurableCopy
  header: HeaderCopy | null
  guard: DurableLook['guard']
  /** `damaged`: only the frames up to `lastGood` verify. */
  lastGood: number | undefined
  frames: Frame[]
  /** Everything in the folder is gone. */
  readonly lose: () => void
  /** Calls of these methods answer with the code. */
  readonly refuse: Map<DurableMethod, string>
  readonly calls: DurableMethod[]
}

export interface Frame {
  readonly seq: number
  readonly rows: readonly StoredRow[]
}

/** An empty folder. */
export function createMemoryDurable(): MemoryDurable {
  const open: OpenWork = { parts: [], readings: new Map(), rebuilding: undefined }
  const state: MemoryDurable = {
    header: null,
    guard: 'fits',
    lastGood: undefined,
    frames: [],
    refuse: new Map(),
    calls: [],
    lose: () => {
      state.header = null
      state.frames = []
      state.lastGood = undefined
    },
    call: async (method, request) => {
      state.calls.push(method)
      const code = state.refuse.get(method)
      if (code !== undefined) return err({ code }) as never
      // Each handler is typed by its own method; the compiler cannot follow the pair.
      const handler = handlers(state, open)[method] as (request: unknown) => unknown
      return handler(structuredClone(request)) as never
    },
  }
  return state
}

interface OpenWork {
  parts: StoredRow[]
  readonly readings: Map<string, StoredRow[]>
  rebuilding: { readonly seq: number; readonly rows: StoredRow[] } | undefined
}

type Handlers = { readonly [M in DurableMethod]: (request: RequestOf<M>) => unknown }

function handlers(state: MemoryDurable, open: OpenWork): Handlers {
  const good = () => state.frames.filter(({ seq }) => seq <= (state.lastGood ?? Infinity))
  const lastSeq = () => good().at(-1)?.seq ?? 0
  const journal = (): DurableLook['journal'] => ({
    state: state.lastGood !== undefined ? 'damaged' : state.frames.length === 0 ? 'none' : 'good',
    lastSeq: lastSeq(),
    snapshotSeq: 0,
    bytes: 0,
  })
  const headers = () => (state.header ? 'good' : 'none')
  return {
    'durable.look': () =>
      ok({
        header: state.header,
        headers: headers(),
        writer: null,
        guard: state.guard,
        journal: journal(),
        folder: { bytes: 0, budgetBytes: 1 },
      } satisfies ResponseOf<'durable.look'>),
    'durable.header': (copy) => {
      state.header = copy
      return ok({ counter: 1 })
    },
    'durable.append': ({ seq, part, last, rows }) => {
      if (seq > lastSeq() + 1 || state.lastGood !== undefined) return err({ code: 'out-of-step' })
      open.parts = part === 0 ? [...rows] : [...open.parts, ...rows]
      if (!last) return ok({ lastSeq: lastSeq() })
      state.frames = [...state.frames.filter((frame) => frame.seq < seq), { seq, rows: open.parts }]
      return ok({ lastSeq: seq })
    },
    'durable.read': ({ after, upTo }) => {
      if (upTo === null && state.lastGood !== undefined) return err({ code: 'journal-damaged' })
      const frames = good().filter(({ seq }) => seq > after && seq <= (upTo ?? Infinity))
      const rows = [...newest(frames).values()].filter(({ value }) => after > 0 || value !== null)
      const token = bytesToHex(crypto.getRandomValues(new Uint8Array(16)))
      open.readings.set(token, rows)
      return ok({ token, seq: frames.at(-1)?.seq ?? 0, rows: rows.length, bytes: 1 })
    },
    'durable.read.next': ({ token }) => {
      const rows = open.readings.get(token)
      if (!rows) return err({ code: 'token-unknown' })
      return ok({ rows: rows.splice(0, 50), done: rows.length === 0 })
    },
    'durable.find': ({ rows }) => {
      const all = newest(good())
      return ok({ rows: rows.flatMap((row) => all.get(keyOf(row)) ?? []).filter(({ value }) => value) })
    },
    'durable.snapshot': () =>
      ok({ seq: lastSeq(), at: null, bytes: 0, rows: newest(good()).size, state: 'verified' }),
    'durable.snapshots': () => ok({ snapshots: [], bytes: 0 }),
    'durable.check': () => ok({ headers: headers(), journal: journal(), snapshots: [] }),
    'durable.rebuild': ({ seq }) => {
      open.rebuilding = { seq, rows: [] }
      return ok({ token: '0'.repeat(32) })
    },
    'durable.rebuild.rows': ({ rows, last }) => {
      open.rebuilding?.rows.push(...rows)
      if (last && open.rebuilding) {
        state.frames = [open.rebuilding]
        state.lastGood = undefined
      }
      return ok({ rows: rows.length, done: last })
    },
  }
}

function newest(frames: readonly Frame[]): ReadonlyMap<string, StoredRow> {
  return new Map(frames.flatMap(({ rows }) => rows.map((row) => [keyOf(row), row] as const)))
}

function keyOf({ table, name }: Pick<StoredRow, 'table' | 'name'>): string {
  return `${table} ${bytesToHex(name)}`
}
