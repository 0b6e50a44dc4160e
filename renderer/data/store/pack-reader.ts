import { decodeBodyPack } from '#shared/vault/pack.ts'
import type { PackedBody } from '#shared/vault/pack.ts'
import type { CryptoOperations, OpenedRows } from '../workers/crypto-protocol.ts'
import { buffersOf } from '../workers/rpc.ts'
import type { Caller } from '../workers/rpc.ts'
import type { VaultDatabase } from './database.ts'
import type { StoredEntry } from './read-model.ts'

/** A pack of bodies, and the case that all of them belong to. */
export interface BodyPackPlace {
  readonly number: number
  readonly caseId: string | null
}

export interface OpenedBodyPack extends BodyPackPlace {
  readonly rev: number
  readonly bodies: readonly PackedBody[]
}

export interface PackReader {
  /** Opens packs of bodies; one that is damaged or missing is left out. */
  openBodyPacks(places: readonly BodyPackPlace[]): Promise<readonly OpenedBodyPack[]>
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
    async openBodyPacks(places) {
      const starts = Array.from(
        { length: Math.ceil(places.length / packsAtOnce) },
        (_, part) => part * packsAtOnce,
      )
      const open = (start: number) => openPart(database, crypto, places.slice(start, start + packsAtOnce))
      const packs: OpenedBodyPack[] = []
      // The worker opens the next part while this one is read: all of a large vault at once would be held twice.
      let next = open(0)
      for (const start of starts) {
        const part = await next
        next = open(start + packsAtOnce)
        packs.push(...decodePart(part))
      }
      return packs
    },
  }
}

const packsAtOnce = 24

interface OpenedPart {
  readonly places: readonly BodyPackPlace[]
  readonly opened: OpenedRows
}

async function openPart(
  database: VaultDatabase,
  crypto: Caller<CryptoOperations>,
  places: readonly BodyPackPlace[],
): Promise<OpenedPart | undefined> {
  if (places.length === 0) return undefined
  const rows = places.map(({ number }) => ({ table: 'bodyPacks', key: String(number) }) as const)
  const names = await crypto('nameRows', { rows })
  const found = await database.bodyPacks.bulkGet([...names])
  const present = found.map((row) => row ?? new Uint8Array())
  const cases = places.map(({ caseId }) => caseId)
  const opened = await crypto(
    'openRows',
    { table: 'bodyPacks', names, rows: present, cases },
    buffersOf(present),
  )
  return { places, opened }
}

function decodePart(part: OpenedPart | undefined): readonly OpenedBodyPack[] {
  if (!part) return []
  const { places, opened } = part
  const failed = new Set(opened.failures.map(({ index }) => index))
  return places.flatMap((place, index) => (failed.has(index) ? [] : decodePack(opened, index, place)))
}

/** The packs that hold bodies of these records, each once. */
export function packsOf(
  entries: readonly Pick<StoredEntry, 'bodyPack' | 'caseId'>[],
): readonly BodyPackPlace[] {
  const places = new Map<number, BodyPackPlace>()
  for (const { bodyPack, caseId } of entries) {
    if (bodyPack !== null) places.set(bodyPack, { number: bodyPack, caseId })
  }
  return [...places.values()]
}

function decodePack(opened: OpenedRows, index: number, place: BodyPackPlace): readonly OpenedBodyPack[] {
  const decoded = decodeBodyPack(plainOf(opened, index), opened.schemas[index] ?? 0)
  return decoded.ok ? [{ ...place, rev: opened.revs[index] ?? 0, bodies: decoded.value }] : []
}

/** The plaintext of one opened row. */
export function plainOf({ plain, ends }: OpenedRows, index: number): Uint8Array {
  return plain.subarray(ends[index - 1] ?? 0, ends[index])
}
