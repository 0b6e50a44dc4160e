import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawTable } from './raw-rows.ts'

/** A vault as a released program left it; the files are never edited. */
export interface SealedFixture {
  readonly passphrase: string
  readonly recoveryKey: string
  readonly kitCode: string
  /** Version of the IndexedDB database. */
  readonly databaseVersion: number
  readonly tables: Readonly<
    Partial<Record<RawTable, readonly { readonly key: string; readonly value: string }[]>>
  >
}

/** A record as the program that wrote the fixture read it back. */
export interface FixtureRecord {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  readonly rev: number
  readonly order: number
  readonly head: unknown
  readonly body: unknown
}

/** Releases of which there is a sealed vault. */
export const releasedLayouts = ['v1'] as const

const folder = join(import.meta.dirname, '../../fixtures/vaults')

export function readFixture(release: (typeof releasedLayouts)[number]): {
  readonly vault: SealedFixture
  readonly records: readonly FixtureRecord[]
} {
  return {
    vault: readJson(join(folder, release, 'vault.json')) as SealedFixture,
    records: readJson(join(folder, release, 'records.json')) as readonly FixtureRecord[],
  }
}

/** Puts the fixture into IndexedDB under a name, exactly as that program had it there. */
export async function placeFixture(
  databaseName: string,
  { databaseVersion, tables }: SealedFixture,
): Promise<void> {
  const request = indexedDB.open(databaseName, databaseVersion)
  request.onupgradeneeded = () => {
    for (const table of Object.keys(tables)) request.result.createObjectStore(table)
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('request failed'))
  })
  const transaction = database.transaction(Object.keys(tables), 'readwrite')
  for (const [table, rows = []] of Object.entries(tables)) {
    const store = transaction.objectStore(table)
    for (const { key, value } of rows) {
      const name: IDBValidKey = table === 'meta' ? key : new Uint8Array(fromBase64(key))
      store.put(fromBase64(value), name)
    }
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error ?? new Error('transaction failed'))
  })
  database.close()
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
