import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeHeaderFile } from '#electron/services/durable/header-file.ts'
import type { HeaderFile } from '#electron/services/durable/header-file.ts'
import { vaultFolderBeside } from '#electron/services/files/data-folder.ts'
import type { StoredRow } from '#shared/contract/vault-files.ts'
import { utf8 } from '#shared/vault/bytes.ts'
import { decodeValue } from '#shared/vault/decode-value.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { openKeyTree } from '#shared/vault/key-tree.ts'
import type { VaultKeys } from '#shared/vault/key-tree.ts'
import { deriveBytes, importSecret } from '#shared/vault/primitives.ts'
import { decodeRow } from '#shared/vault/record.ts'
import { open } from '#shared/vault/sealed-object.ts'
import { unwrapWithPassphrase } from '#shared/vault/slots.ts'
import { createRealDurable } from '#tests/support/durable/real-durable.ts'
import { readAll } from '#tests/support/durable/vault-on-disk.ts'
import { deriveReally } from '../derive-really.ts'
import { keySought } from './find-in-memory.ts'
import type { Sought } from './find-in-memory.ts'

const purposes = ['rec', 'loc', 'bak', 'man', 'aud', 'name'] as const

/**
 * The bytes of every key of a vault: what the passphrase derives, the vault key, the keys that come from it and those of
 * the cases. Worked out from a copy of its data folder, as somebody can who knows the passphrase.
 */
export async function secretsOf(
  profileDir: string,
  passphrase: string,
  scratch: string,
): Promise<readonly Sought[]> {
  const folder = join(scratch, 'vault-copy')
  await cp(vaultFolderBeside(profileDir), folder, { recursive: true })
  const header = await decodeHeader((await newestHeader(folder)).copy.header)
  if (!header.ok) throw new Error(header.error.code)
  const { vaultId, epoch, passphrase: slot } = header.value
  const derived = await deriveReally(passphrase, slot.kdf)
  const kek = derived?.slice()
  const vaultKey = derived && (await unwrapWithPassphrase(header.value, derived))
  if (!kek || !vaultKey) throw new Error('The passphrase does not open the vault')
  const root = await importSecret(vaultKey.slice())
  const derivedKeys = await Promise.all(
    purposes.map(async (purpose) =>
      keySought(`key “${purpose}”`, await deriveBytes(root, vaultId, utf8(`cv1/${purpose}`), 32)),
    ),
  )
  const known = [keySought('what the passphrase derives', kek), keySought('the vault key', vaultKey)]
  const caseKeys = await caseKeysOf(folder, await openKeyTree(vaultKey.slice(), vaultId, epoch))
  return [...known, ...derivedKeys, ...caseKeys.map((key) => keySought('the key of a case', key))]
}

async function newestHeader(folder: string): Promise<HeaderFile> {
  const found: HeaderFile[] = []
  for (const name of ['header-a.cv', 'header-b.cv']) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined)
    const decoded = bytes && decodeHeaderFile(bytes)
    if (decoded) found.push(decoded)
  }
  const [newest] = found.sort((a, b) => b.counter - a.counter)
  if (!newest) throw new Error('The vault has no header')
  return newest
}

async function caseKeysOf(folder: string, keys: VaultKeys): Promise<readonly Uint8Array[]> {
  const durable = createRealDurable(folder, { writer: { app: '999.0.0', engineMajor: 999 } })
  const rows = await readAll(durable)
  await durable.close()
  const opened = await Promise.all(
    rows.filter(({ table }) => table === 'keys').map((row) => openKeyRow(keys, row)),
  )
  return opened.filter((key) => key !== undefined)
}

async function openKeyRow(keys: VaultKeys, { name, value }: StoredRow): Promise<Uint8Array | undefined> {
  const row = value ? decodeRow(value) : undefined
  if (!row) return undefined
  const { vaultId, epoch, records } = keys
  const context = {
    vaultId,
    store: 'keys',
    objectId: name,
    rev: row.rev,
    schema: row.schema,
    epoch,
    flags: 0,
  } as const
  const opened = await open(records, context, row.sealed)
  const decoded = opened.ok ? decodeValue(opened.value) : undefined
  const key: unknown = decoded?.ok ? (decoded.value as { readonly key?: unknown }).key : undefined
  return key instanceof Uint8Array ? key : undefined
}
