import { invariant } from '#shared/domain/result.ts'
import type { BackupManifest, BackupRow } from '#shared/vault/backup-parts.ts'
import type { BackupItem } from '#shared/vault/backup-reader.ts'
import { bodyTables, headTables, rowMark } from '#shared/vault/manifest.ts'
import type { SetTable } from '#shared/vault/manifest.ts'
import { decodeHeadPack } from '#shared/vault/pack.ts'
import { randomBytes } from '#shared/vault/primitives.ts'
import { decodeHeadContent } from '#shared/vault/record.ts'
import { plainOf } from '../store/pack-reader.ts'
import type { CryptoOperations, RecordTable, StoreState } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import { BackupStopped, orStop } from './backup-failure.ts'

/** A record as a backup holds it, as far as counting and comparing need it. */
export interface BackedUpRecord {
  readonly rev: number
  readonly caseId: string | null
}

/** What a whole, genuine and complete backup holds. */
export interface BackupFacts {
  readonly manifest: BackupManifest
  /** By id. */
  readonly records: ReadonlyMap<string, BackedUpRecord>
  readonly attachments: number
  readonly state: StoreState
}

/**
 * Reads a whole backup to its end and compares all of it with the vault's own sealed manifest: nothing is missing, older,
 * added or exchanged; opens all heads and three bodies at random. `engine` holds the backup's keys and nothing else is
 * done with it: it begins a manifest of its own. Rejects with `BackupStopped` (`damaged-backup`).
 */
export async function checkItems(
  items: AsyncIterable<BackupItem>,
  engine: Caller<CryptoOperations>,
  onRows?: (rows: number, files: number) => void,
): Promise<BackupFacts> {
  const check = new Check(engine)
  let facts: BackupFacts | undefined
  for await (const item of items) {
    if (item.kind === 'manifest') check.manifest = item.manifest
    else if (item.kind === 'rows') await check.take(item.rows)
    else if (item.kind === 'file') check.files += 1
    else if (item.kind === 'end') facts = await check.finish()
    onRows?.(check.rows, check.files)
  }
  invariant(facts, 'a backup that was read without a failure has an end')
  return facts
}

class Check {
  readonly #engine: Caller<CryptoOperations>
  readonly #counts = new Map<SetTable, number>()
  readonly #own = new Map<string, BackedUpRecord>()
  readonly #packed = new Map<string, BackedUpRecord>()
  readonly #samples: Samples = { bodies: [], bodyPacks: [] }
  /** Rows that came before the state, by their marks: the manifest begins with the state. */
  #waiting: readonly MarkedRow[] = []
  #keys: readonly BackupRow[] = []
  #state: StoreState | undefined
  manifest: BackupManifest | undefined
  rows = 0
  files = 0

  constructor(engine: Caller<CryptoOperations>) {
    this.#engine = engine
  }

  async take(rows: readonly BackupRow[]): Promise<void> {
    this.rows += rows.length
    const state = rows.find(({ table }) => table === 'meta')
    if (state) await this.#begin(state)
    await this.#note([...this.#waiting, ...rows.flatMap(markedRow)])
    this.#keys = [...this.#keys, ...rows.filter(({ table }) => table === 'keys')]
    await this.#openHeads(rows)
    this.#sample(rows)
  }

  async finish(): Promise<BackupFacts> {
    const { manifest } = this
    if (!manifest || !this.#state) throw new BackupStopped('damaged-backup')
    if (manifest.sequence !== this.#state.sequence) throw new BackupStopped('damaged-backup')
    this.#compareCounts(this.#state)
    const { heads, bodies, bodyNames } = await this.#engine('checkManifest', {})
    if (heads !== true || bodies !== true || !bodyNames) throw new BackupStopped('damaged-backup')
    const records = new Map([...this.#packed, ...this.#own])
    await this.#openSamples(new Set([...records.values()].map(({ caseId }) => caseId)))
    return { manifest, records, attachments: manifest.files.length, state: this.#state }
  }

  async #begin({ value }: BackupRow): Promise<void> {
    // There is one row of `meta` among the rows: header and keyring stand in front of the content.
    if (this.#state) throw new BackupStopped('damaged-backup')
    const opened = await this.#engine('openState', { row: value })
    if (!opened.ok) {
      throw new BackupStopped(opened.error.code === 'newer-format' ? 'newer-backup' : 'damaged-backup')
    }
    if (opened.value.layout !== 2) throw new BackupStopped('damaged-backup')
    this.#state = opened.value.state
  }

  async #note(marked: readonly MarkedRow[]): Promise<void> {
    this.#waiting = this.#state ? [] : marked
    if (!this.#state) return
    for (const table of [...headTables, ...bodyTables]) {
      const ofTable = marked.filter((row) => row.table === table)
      if (ofTable.length === 0) continue
      this.#counts.set(table, (this.#counts.get(table) ?? 0) + ofTable.length)
      const names = ofTable.map(({ name }) => name)
      await this.#engine('noteRows', { table, names, marks: ofTable.map(({ mark }) => mark) })
    }
  }

  #compareCounts(state: StoreState): void {
    for (const table of [...headTables, ...bodyTables]) {
      if ((this.#counts.get(table) ?? 0) !== state[table]) throw new BackupStopped('damaged-backup')
    }
  }

  async #openHeads(rows: readonly BackupRow[]): Promise<void> {
    await this.#openRows('heads', rows, (plain, rev) => {
      const { id, caseId } = orStop(asDamage(decodeHeadContent(plain)))
      this.#own.set(id, { rev, caseId })
    })
    await this.#openRows('headPacks', rows, (plain, _rev, schema) => {
      for (const { id, rev, caseId } of orStop(asDamage(decodeHeadPack(plain, schema))).heads) {
        this.#packed.set(id, { rev, caseId })
      }
    })
  }

  async #openRows(
    table: RecordTable,
    all: readonly BackupRow[],
    take: (plain: Uint8Array, rev: number, schema: number) => void,
  ): Promise<void> {
    const ofTable = all.filter((row) => row.table === table)
    if (ofTable.length === 0) return
    const names = ofTable.map(({ name }) => name)
    const opened = await this.#engine('openRows', { table, names, rows: ofTable.map(({ value }) => value) })
    if (opened.failures.length > 0) throw new BackupStopped('damaged-backup')
    ofTable.forEach((_, index) =>
      take(plainOf(opened, index), opened.revs[index] ?? 0, opened.schemas[index] ?? 0),
    )
  }

  /** Keeps three rows of each kind of body, each row with the same chance. */
  #sample(rows: readonly BackupRow[]): void {
    for (const row of rows) {
      if (row.table !== 'bodies' && row.table !== 'bodyPacks') continue
      const kept = this.#samples[row.table]
      kept.push({ row, lot: drawLot() })
      if (kept.length > sampled) kept.sort((a, b) => a.lot - b.lot).pop()
    }
  }

  /** A row does not tell its case, so the key of each case is tried. */
  async #openSamples(cases: ReadonlySet<string | null>): Promise<void> {
    const keyNames = this.#keys.map(({ name }) => name)
    const unopened = await this.#engine('loadCaseKeys', {
      names: keyNames,
      rows: this.#keys.map(({ value }) => value),
    })
    if (unopened.length > 0) throw new BackupStopped('damaged-backup')
    const tried = [...cases]
    for (const table of ['bodies', 'bodyPacks'] as const) {
      for (const { row } of this.#samples[table]) {
        const names = tried.map(() => row.name)
        const rows = tried.map(() => row.value)
        const opened = await this.#engine('openRows', { table, names, rows, cases: tried })
        if (opened.failures.length === tried.length) throw new BackupStopped('damaged-backup')
      }
    }
  }
}

const sampled = 3

interface Sample {
  readonly row: BackupRow
  readonly lot: number
}

type Samples = Readonly<Record<'bodies' | 'bodyPacks', Sample[]>>

interface MarkedRow {
  readonly table: SetTable
  readonly name: Uint8Array
  readonly mark: Uint8Array
}

function markedRow({ table, name, value }: BackupRow): readonly MarkedRow[] {
  return table === 'meta' ? [] : [{ table, name, mark: rowMark(value) }]
}

function asDamage<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }) {
  return result.ok ? result : ({ ok: false, error: { code: 'damaged-backup' } } as const)
}

/** Which rows are opened must not be foreseeable by whoever might have changed one. */
function drawLot(): number {
  return randomBytes(4).reduce((sum, byte) => sum * 256 + byte, 0)
}
