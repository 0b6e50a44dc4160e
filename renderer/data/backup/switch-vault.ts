import { decodeHeader } from '#shared/vault/header.ts'
import { vaultCode } from '#shared/vault/recovery-key.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { keepHeader } from '../session/header-copies.ts'
import { openDatabase } from '../store/database.ts'
import type { VaultDatabase } from '../store/database.ts'
import { stateName } from '../store/durable-copy.ts'
import type { DurableCopy } from '../store/durable-copy.ts'
import { rebuildCopy } from '../store/rebuild-copy.ts'
import { BackupStopped, orStop } from './backup-failure.ts'

/** A vault on this computer that is not the one in use: what was in use before a restore, or before a swap back. */
export interface KeptVault {
  readonly databaseName: string
  /** Code of its recovery kit. */
  readonly vault: string
  /** How many times it was saved. */
  readonly sequence: number
}

/** Finds the vaults that are kept beside the one in use; the latest first. Changes nothing. */
export async function findKeptVaults(base: string, current: string): Promise<readonly KeptVault[]> {
  const root = base.replace(/-\d+$/u, '')
  const kept: KeptVault[] = []
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || name === current) continue
    if (name !== root && !/^-\d+$/u.test(name.slice(root.length))) continue
    const found = name.startsWith(root) ? await describe(name) : undefined
    if (found) kept.push(found)
  }
  const numberOf = ({ databaseName }: KeptVault) => Number(/-(\d+)$/u.exec(databaseName)?.[1] ?? 0)
  return kept.sort((a, b) => numberOf(b) - numberOf(a))
}

async function describe(databaseName: string): Promise<KeptVault | undefined> {
  const database = await openDatabase(databaseName)
  try {
    const [header, state] = await database.meta.bulkGet(['header', 'state'])
    const decoded = header && (await decodeHeader(header))
    const row = state && decodeRow(state)
    if (!decoded?.ok || !row) return undefined
    return { databaseName, vault: await vaultCode(decoded.value.vaultId), sequence: row.rev }
  } finally {
    database.close()
  }
}

/**
 * Makes a whole, closed vault the one in use. Nothing may be open and nobody else may write.
 *
 * The folder's header decides. At every instant before it changes, the second copy either is the old vault's or ends
 * before the old vault does, so that it is made anew from it; afterwards it is the new one's or ends before that. A program
 * that is killed in between finds one of the two vaults, whole, and never a mixture. Rejects with `BackupStopped`.
 */
export async function switchVault(durable: DurableCopy, database: VaultDatabase): Promise<void> {
  const [header, keyring, state] = await database.meta.bulkGet(['header', 'keyring', 'state'])
  const sequence = state && decodeRow(state)?.rev
  if (!header || !keyring || !state || sequence === undefined) throw new BackupStopped('store-unavailable')
  const { journal } = orStop(await durable('durable.look', {}))
  if (sequence === journal.lastSeq) await shortenCopy(durable, sequence, state)
  if (sequence < journal.lastSeq) await copyAnew(durable, database)
  const kept = await keepHeader(durable, database.name, { header, keyring })
  if (!kept.ok) throw new BackupStopped(kept.error === 'disk-full' ? 'disk-full' : 'not-writable')
  // What fails here is made good when the vault is unlocked.
  if (sequence >= journal.lastSeq) await rebuildCopy(database, durable)
}

async function copyAnew(durable: DurableCopy, database: VaultDatabase): Promise<void> {
  const copied = await rebuildCopy(database, durable)
  if (!copied.ok) throw new BackupStopped(copied.error === 'disk-full' ? 'disk-full' : 'not-writable')
}

/** Two vaults with as many commits cannot be told apart by their copy: it ends one before both, and is made anew from either. */
async function shortenCopy(durable: DurableCopy, sequence: number, state: Uint8Array): Promise<void> {
  const { token } = orStop(await durable('durable.rebuild', { seq: Math.max(sequence - 1, 0) }))
  const rows = [{ table: 'meta', name: stateName, value: state } as const]
  orStop(await durable('durable.rebuild.rows', { token, rows, last: true }))
}
