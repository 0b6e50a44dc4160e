import { bytesToHex, hexToBytes } from './bytes.ts'
import { setOf } from './manifest.ts'
import type { SetTable } from './manifest.ts'

/** What is known of the rows on disk: the MAC of each that was read, null for one of which only the name was. */
export class KnownRows {
  readonly #tables: Readonly<Record<SetTable, Map<string, Uint8Array | null>>> = {
    heads: new Map(),
    headPacks: new Map(),
    keys: new Map(),
    audit: new Map(),
    bodies: new Map(),
    bodyPacks: new Map(),
  }

  /** The MAC of a row; null when it was not read, `undefined` when there is no such row. */
  get(table: SetTable, name: Uint8Array): Uint8Array | null | undefined {
    return this.#tables[table].get(bytesToHex(name))
  }

  set(table: SetTable, name: Uint8Array, mac: Uint8Array | null): void {
    this.#tables[table].set(bytesToHex(name), mac)
  }

  delete(table: SetTable, name: Uint8Array): void {
    this.#tables[table].delete(bytesToHex(name))
  }

  clear(): void {
    for (const rows of Object.values(this.#tables)) rows.clear()
  }

  names(table: SetTable): readonly Uint8Array[] {
    return [...this.#tables[table].keys()].map(hexToBytes)
  }

  /** XOR over all rows of these tables; `undefined` as long as one of them was not read. */
  sum(tables: readonly SetTable[]): Uint8Array | undefined {
    const macs = tables.flatMap((table) => [...this.#tables[table].values()])
    const read = macs.filter((mac) => mac !== null)
    return read.length === macs.length ? setOf(read) : undefined
  }
}
