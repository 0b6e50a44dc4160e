import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import type { DurableLook, HeaderCopy } from '#shared/contract/vault-files.ts'
import { equalInConstantTime } from '#shared/vault/bytes.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import type { VaultHeader } from '#shared/vault/header.ts'
import { findDatabase, openDatabase } from '../store/database.ts'
import type { VaultDatabase } from '../store/database.ts'
import type { VaultFiles } from '../workers/crypto-protocol.ts'
import type { SessionPorts } from './session-ports.ts'
import { isStoreFailure } from './vault-problem.ts'
import type { VaultProblem } from './vault-problem.ts'

/** Why the vault is opened from its second copy. */
export type RecoveryReason =
  /** The browser has no store of that name any more. */
  | 'store-missing'
  /** The store is there without anything in it. */
  | 'store-empty'
  /** The store's own first page, or its list of rows, is missing or damaged. */
  | 'store-damaged'
  /** Rows are missing, older or exchanged. */
  | 'records-differ'
  /** Store and second copy are of two vaults; the store is left as it is. */
  | 'other-vault'
  /** The browser refused its storage for good, and the host has set it aside at this start. */
  | 'store-set-aside'

/** A vault on this computer, and what its second copy is like. */
export interface FoundVault {
  /** Without one, or with a reason, the vault is opened from the second copy. */
  readonly database: VaultDatabase | undefined
  readonly databaseName: string
  readonly files: VaultFiles
  readonly header: VaultHeader
  /** The store's state as it was when it was looked at. */
  readonly state: Uint8Array | undefined
  /** What lies in the data folder; undefined when the folder cannot be read. */
  readonly look: DurableLook | undefined
  readonly reason: RecoveryReason | undefined
}

type Probe = Result<FoundVault | undefined, VaultProblem>

/**
 * Looks what is on this computer without changing it; `undefined` when there has never been a vault. The data folder comes
 * first: a vault of a newer program or engine is refused before the browser's store is touched.
 */
export async function probeVault(ports: SessionPorts): Promise<Probe> {
  const looked = await ports.durable('durable.look', {})
  const look = looked.ok ? looked.value : undefined
  if (look && look.guard !== 'fits')
    return err({ code: look.guard === 'newer-engine' ? 'newer-engine' : 'newer-vault' })
  const copy = look?.header ? await readCopyHeader(look, look.header) : undefined
  if (copy?.header === 'newer') return err({ code: 'newer-vault' })

  const databaseName = look?.header?.databaseName ?? ports.witness.lastDatabase?.() ?? ports.databaseName
  const unreadable = () => unreadableStore(databaseName, copy)
  const found = await findTwice(databaseName)
  if (found === 'refused') return err({ code: 'store-broken' })
  if (found === 'newer') return err({ code: 'newer-vault' })
  if (found === 'none') return withoutStore(ports, databaseName, look, copy)
  if (ports.witness.distrusted?.() === databaseName && copy) return unreadable()
  return openStore(databaseName, look, copy).catch((error: unknown) =>
    isStoreFailure(error) ? unreadable() : Promise.reject(error),
  )
}

/** A browser that mends its own storage refuses it once and is well at the next look; one that refuses again stays so. */
async function findTwice(name: string): Promise<Awaited<ReturnType<typeof findDatabase>> | 'refused'> {
  const refused = (error: unknown) => (isStoreFailure(error) ? ('refused' as const) : Promise.reject(error))
  const found = await findDatabase(name).catch(refused)
  return found === 'refused' ? findDatabase(name).catch(refused) : found
}

async function openStore(
  databaseName: string,
  look: DurableLook | undefined,
  copy: CopyHeader | undefined,
): Promise<Probe> {
  const database = await openDatabase(databaseName)
  let keeps = false
  try {
    const probed = await withStore(database, look, copy)
    keeps = probed.ok && probed.value?.database !== undefined
    return probed
  } finally {
    if (!keeps) database.close()
  }
}

/** The store is there and cannot be opened or read. */
function unreadableStore(databaseName: string, copy: CopyHeader | undefined): Probe {
  const problem = { code: 'store-unavailable' } as const
  return copy ? fromCopy(databaseName, copy, 'store-damaged', problem) : err(problem)
}

/** Tells whether no other page has written since the vault was found. */
export async function isStillAsFound({ database, files, state }: FoundVault): Promise<boolean> {
  if (!database) return true
  try {
    const [header, , now] = await database.meta.bulkGet(['header', 'keyring', 'state'])
    return isSame(state, now) && isSame(files.header, header)
  } catch (error) {
    // A store that broke meanwhile is looked at anew as well.
    if (isStoreFailure(error)) return false
    throw error
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && equalInConstantTime(a, b)
}

interface CopyHeader {
  readonly look: DurableLook
  readonly files: VaultFiles
  readonly header: VaultHeader | 'newer' | undefined
}

async function readCopyHeader(look: DurableLook, files: HeaderCopy): Promise<CopyHeader> {
  const decoded = await decodeHeader(files.header)
  const header = decoded.ok ? decoded.value : decoded.error.code === 'newer-vault' ? 'newer' : undefined
  return { look, files: { header: files.header, keyring: files.keyring }, header }
}

async function withoutStore(
  { witness, wasSetAside }: SessionPorts,
  databaseName: string,
  look: DurableLook | undefined,
  copy: CopyHeader | undefined,
): Promise<Probe> {
  if (copy) {
    const reason = (await wasSetAside?.()) === true ? 'store-set-aside' : 'store-missing'
    return fromCopy(databaseName, copy, reason, { code: 'vault-lost' })
  }
  // A folder that cannot be read may hold a vault.
  if (!look) return err({ code: 'folder-unreadable' })
  const hadVault = witness.knowsOfVault() || look.headers !== 'none' || look.journal.state !== 'none'
  return hadVault ? err({ code: 'vault-lost' }) : ok(undefined)
}

async function withStore(
  database: VaultDatabase,
  look: DurableLook | undefined,
  copy: CopyHeader | undefined,
): Promise<Probe> {
  const { name } = database
  const [bytes, keyring, state] = await database.meta.bulkGet(['header', 'keyring', 'state'])
  const decoded = bytes && (await decodeHeader(bytes))
  if (decoded?.ok === false && decoded.error.code === 'newer-vault') return decoded
  const own =
    bytes && keyring && decoded?.ok ? { files: { header: bytes, keyring }, header: decoded.value } : undefined
  const problem: VaultProblem =
    decoded?.ok === false ? decoded.error : { code: bytes ? 'data-missing' : 'header-missing' }
  const whole = own && state ? own : undefined
  const isEmpty = !bytes && !keyring && !state

  if (!copy || typeof copy.header !== 'object') {
    return whole
      ? ok({ database, databaseName: name, ...whole, state, look, reason: undefined })
      : err(problem)
  }
  if (own && !equalInConstantTime(own.header.vaultId, copy.header.vaultId)) {
    return fromCopy(name, copy, 'other-vault', { code: 'other-vault' })
  }
  // The page is opened with the newer of both headers: they are written one after the other.
  const newest =
    own && own.header.generation >= copy.header.generation ? own : { files: copy.files, header: copy.header }
  if (state) return ok({ database, databaseName: name, ...newest, state, look: copy.look, reason: undefined })
  return fromCopy(name, copy, isEmpty ? 'store-empty' : 'store-damaged', problem)
}

/** Opens from the second copy if that holds anything; else the problem stays what it is. */
function fromCopy(
  databaseName: string,
  { look, files, header }: CopyHeader,
  reason: RecoveryReason,
  otherwise: VaultProblem,
): Probe {
  if (typeof header !== 'object' || look.journal.lastSeq === 0) return err(otherwise)
  return ok({ database: undefined, databaseName, files, header, state: undefined, look, reason })
}
