import type { StoredRow } from '#shared/contract/vault-files.ts'
import type { Disk } from '#electron/services/durable/disk.ts'
import { createRealDurable } from './real-durable.ts'
import type { RealDurable } from './real-durable.ts'
import { aRow, asTexts } from './rows.ts'

/** A folder that a disk in memory has. */
export const vaultPath = '/vault'

/** The vault as the page believes it to be after a commit. */
export interface VaultState {
  readonly seq: number
  readonly rows: ReadonlyMap<string, StoredRow>
}

/** What the page was told, and what it is being told at this moment. */
export interface Told {
  readonly acknowledged: VaultState
  readonly inFlight: VaultState | undefined
  readonly header: number
  readonly headerInFlight: number | undefined
}

/** Settings under which nothing happens by itself. */
export const quiet = { quietMs: 100_000_000, now: () => '2026-03-02T09:00:00.000Z' }

/** The rows of a state, as texts to compare. */
export function textsOf({ rows }: VaultState): string {
  return asTexts([...rows.values()]).join('\n')
}

/** A disk that still refuses after so many tries is not one that comes back. */
const mostTries = 12

const nothing: VaultState = { seq: 0, rows: new Map() }

/**
 * A page at work, by chance: commits of every kind, commits taken back, headers, snapshots, rebuilds, restarts. It keeps
 * account of what it was told is saved.
 */
export class Workload {
  readonly #disk: Disk
  readonly #random: () => number
  #durable: RealDurable
  /** States that a commit can still go back to, the newest last. */
  #past: VaultState[] = [nothing]
  #inFlight: VaultState | undefined
  #header = 0
  #headerInFlight: number | undefined
  /** Answers that nothing on this disk explains. */
  readonly surprises: string[] = []
  /** Hears of each refusal of the disk; the page then tries again. */
  readonly #onRefused: ((code: string) => Promise<void>) | undefined
  readonly #folder: string

  constructor(
    disk: Disk,
    random: () => number,
    onRefused?: (code: string) => Promise<void>,
    folder: string = vaultPath,
  ) {
    this.#folder = folder
    this.#disk = disk
    this.#random = random
    this.#onRefused = onRefused
    this.#durable = this.#start()
  }

  get told(): Told {
    return {
      acknowledged: this.#past.at(-1) ?? nothing,
      inFlight: this.#inFlight,
      header: this.#header,
      headerInFlight: this.#headerInFlight,
    }
  }

  /** Ends the program. */
  close(): Promise<void> {
    return this.#durable.close()
  }

  /** Does one thing. */
  async step(): Promise<void> {
    const kinds = [
      ...Array.from({ length: 9 }, () => () => this.#commit(this.#below(20) === 0 ? 3 : 1)),
      () => this.#commit(3),
      () => this.#takeBack(),
      () => this.#forgetHalf(),
      () => this.#writeHeader(),
      () => this.#snapshot(),
      () => this.#snapshot(),
      () => this.#rebuild(),
      async () => void (this.#durable = this.#start()),
    ]
    await kinds[this.#below(kinds.length)]?.()
  }

  #start(): RealDurable {
    return createRealDurable(this.#folder, { disk: this.#disk, ...quiet })
  }

  async #commit(parts: number): Promise<void> {
    const before = this.told.acknowledged
    await this.#append(before, parts)
  }

  // As when the store refused what the copy had taken already.
  async #takeBack(): Promise<void> {
    if (this.#past.length < 2) return
    const depth = this.#past.length > 2 && this.#below(3) === 0 ? 3 : 2
    const before = this.#past.at(-depth)
    if (before) await this.#append(before, 1)
  }

  async #append(before: VaultState, parts: number): Promise<void> {
    const seq = before.seq + 1
    const groups = Array.from({ length: parts }, () => this.#someRows(before))
    const rows = new Map(before.rows)
    for (const row of groups.flat()) {
      if (row.value === null) rows.delete(keyOf(row))
      else rows.set(keyOf(row), row)
    }
    const wanted = { seq, rows }
    const isKept = await this.#untilKept('append', async () => {
      const code = await this.#appendOnce(wanted, groups)
      if (code !== 'out-of-step' || before === this.told.acknowledged) return code
      // Nothing from before that commit is kept any more: the page hands its own rows over first.
      this.#inFlight = before
      const refused = await this.#handOver(before)
      if (refused !== undefined) return refused
      this.#past = [before]
      return this.#appendOnce(wanted, groups)
    })
    if (!isKept) return
    while ((this.#past.at(-1)?.seq ?? 0) >= seq) this.#past.pop()
    this.#past = [...this.#past, wanted].slice(-4)
    this.#inFlight = undefined
  }

  async #appendOnce(wanted: VaultState, groups: readonly StoredRow[][]): Promise<string | undefined> {
    this.#inFlight = wanted
    for (const [part, rows] of groups.entries()) {
      const last = part === groups.length - 1
      const answer = await this.#durable.call('durable.append', { seq: wanted.seq, part, last, rows })
      if (!answer.ok) return answer.error.code
    }
    return undefined
  }

  async #forgetHalf(): Promise<void> {
    const { acknowledged } = this.told
    const rows = this.#someRows(acknowledged)
    const seq = acknowledged.seq + 1
    await this.#untilKept('half', async () => {
      const answer = await this.#durable.call('durable.append', { seq, part: 0, last: false, rows })
      return answer.ok ? undefined : answer.error.code
    })
  }

  async #writeHeader(): Promise<void> {
    this.#headerInFlight = this.#header + 1
    const header = aHeader(this.#headerInFlight)
    const isKept = await this.#untilKept('header', async () => {
      const answer = await this.#durable.call('durable.header', header)
      return answer.ok ? undefined : answer.error.code
    })
    if (!isKept) return
    this.#header = this.#headerInFlight
    this.#headerInFlight = undefined
  }

  async #snapshot(): Promise<void> {
    await this.#untilKept('snapshot', async () => {
      const answer = await this.#durable.call('durable.snapshot', {})
      return answer.ok ? undefined : answer.error.code
    })
  }

  async #rebuild(): Promise<void> {
    const isRestore = this.#below(3) === 0
    const from = this.told.acknowledged
    const rows = isRestore ? new Map(this.#someRows(nothing).map((row) => [keyOf(row), row])) : from.rows
    const state = { seq: isRestore ? this.#below(from.seq + 3) : from.seq, rows }
    this.#inFlight = state
    if (!(await this.#untilKept('rebuild', () => this.#handOver(state)))) return
    this.#past = [state]
    this.#inFlight = undefined
  }

  async #handOver({ seq, rows }: VaultState): Promise<string | undefined> {
    const begun = await this.#durable.call('durable.rebuild', { seq })
    if (!begun.ok) return begun.error.code
    const all = [...rows.values()]
    const { token } = begun.value
    for (const last of [false, true]) {
      const part = last ? all.slice(2) : all.slice(0, 2)
      const answer = await this.#durable.call('durable.rebuild.rows', { token, rows: part, last })
      if (!answer.ok) return answer.error.code
    }
    return undefined
  }

  // A page keeps what was refused in memory and tries again; here at once, and for as long as a disk may refuse.
  async #untilKept(what: string, attempt: () => Promise<string | undefined>): Promise<boolean> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const code = await attempt()
      if (code === undefined) return true
      if (!this.#onRefused) return this.#surprise(what, code)
      await this.#onRefused(code)
    }
    return this.#surprise(what, 'a refusal every time')
  }

  #someRows(before: VaultState): StoredRow[] {
    return Array.from({ length: 1 + this.#below(4) }, () => {
      const name = `row ${String(this.#below(12))}`
      const table = this.#below(2) === 0 ? 'heads' : 'bodies'
      const known = before.rows.get(keyOf(aRow(name, null, table)))
      if (known && this.#below(4) === 0) return { ...known, value: null }
      const size = this.#below(12) === 0 ? 20_000 : this.#below(900)
      const value = Uint8Array.from({ length: size }, () => this.#below(256))
      return aRow(name, value, table)
    })
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #surprise(what: string, code: string): false {
    this.surprises.push(`${what} answered ${code}`)
    return false
  }
}

/** A header that a number stands for. */
export function aHeader(number: number) {
  const text = new TextEncoder().encode(`header ${String(number)}`)
  const header = new Uint8Array(64)
  header.set(text, 32)
  return { header, keyring: text, databaseName: 'evenhand', layout: number }
}

function keyOf({ table, name }: StoredRow): string {
  return `${table} ${Buffer.from(name).toString('hex')}`
}
