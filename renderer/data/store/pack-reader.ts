import { decodeBodyPack } from '#shared/vault/pack.ts'
import type { PackedBody } from '#shared/vault/pack.ts'
import type { CryptoOperations, OpenedRows } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'

export interface OpenedBodyPack {
  readonly number: number
  readonly rev: number
  readonly bodies: readonly PackedBody[]
}

export interface PackReader {
  /** Opens packs of bodies; one that is damaged or missing is left out. */
  openBodyPacks(numbers: readonly number[]): Promise<readonly OpenedBodyPack[]>
  /** Revision of a pack of heads on disk. */
  headPackRev(number: number): number
}

/** Reads packs from the store. */
export function createPackReader(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  headPackRevs: ReadonlyMap<number, number>,
): PackReader {
  return {
    headPackRev: (number) => headPackRevs.get(number) ?? 0,
    async openBodyPacks(numbers) {
      if (numbers.length === 0) return []
      const rows = numbers.map((number) => ({ table: 'bodyPacks', key: String(number) }) as const)
      const names = await crypto('nameRows', { rows })
      const found = await database.bodyPacks.bulkGet([...names])
      const opened = await crypto('openRows', {
        table: 'bodyPacks',
        names,
        rows: found.map((row) => row ?? new Uint8Array()),
      })
      const failed = new Set(opened.failures.map(({ index }) => index))
      return numbers.flatMap((number, index) => (failed.has(index) ? [] : decodePack(opened, index, number)))
    },
  }
}

function decodePack(opened: OpenedRows, index: number, number: number): readonly OpenedBodyPack[] {
  const decoded = decodeBodyPack(plainOf(opened, index))
  return decoded.ok ? [{ number, rev: opened.revs[index] ?? 0, bodies: decoded.value }] : []
}

/** The plaintext of one opened row. */
export function plainOf({ plain, ends }: OpenedRows, index: number): Uint8Array {
  return plain.subarray(ends[index - 1] ?? 0, ends[index])
}
