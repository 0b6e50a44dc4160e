import { beginBackup, openBackup } from '#shared/vault/backup-file.ts'
import { decodeBackupPrefix } from '#shared/vault/backup-header.ts'
import type { BackupHeader } from '#shared/vault/backup-header.ts'
import type { BackupRow } from '#shared/vault/backup-parts.ts'
import { DamagedContent, readBackupContent } from '#shared/vault/backup-reader.ts'
import { writeBackupContent } from '#shared/vault/backup-writer.ts'
import { bytesToHex, concatBytes } from '#shared/vault/bytes.ts'
import { importSecret } from '#shared/vault/primitives.ts'
import { storeTables } from '#shared/vault/tables.ts'
import type { OracleContent } from './oracle/oracle-backup.ts'

/** Writes a whole backup with the product's code. */
export async function sealWhole(
  bak: Uint8Array,
  vaultId: Uint8Array,
  header: BackupHeader,
  content: OracleContent,
): Promise<Uint8Array> {
  const { prefix, sealer } = await beginBackup(await importSecret(new Uint8Array(bak)), vaultId, header)
  const parts = [prefix]
  const source = writeBackupContent({
    manifest: {
      sequence: content.sequence,
      layout: content.layout,
      rows: content.rows.length,
      files: content.files.map(({ name, content: bytes }) => ({ name, bytes: bytes.length })),
    },
    rows: eachOf([content.rows.map(rowOf)]),
    files: eachOf(
      content.files.map(({ name, content: bytes }) => ({
        name,
        bytes: bytes.length,
        content: inPieces(bytes),
      })),
    ),
  })
  for await (const data of source) parts.push(await sealer.push(data))
  return concatBytes(...parts, await sealer.finish())
}

/** What the product makes of a file: its content in words, or the code of its refusal. `piece` is how it is cut for reading. */
export async function readWhole(
  bak: Uint8Array,
  vaultId: Uint8Array,
  file: Uint8Array,
  piece = 100_000,
): Promise<string> {
  const prefix = decodeBackupPrefix(file)
  if (!prefix.ok) return prefix.error.code
  const opener = await openBackup(await importSecret(new Uint8Array(bak)), vaultId, prefix.value)
  if (!opener.ok) return opener.error.code
  const plain = async function* () {
    for (let at = prefix.value.length; at < file.length; at += piece) {
      const opened = await opener.value.push(file.subarray(at, at + piece))
      if (!opened.ok) throw new DamagedContent()
      yield opened.value
    }
    const rest = await opener.value.finish()
    if (!rest.ok) throw new DamagedContent()
    yield rest.value
  }
  try {
    const parts: string[] = []
    let files = ''
    for await (const item of readBackupContent(plain())) {
      if (item.kind === 'manifest')
        parts.push(`${String(item.manifest.sequence)}/${String(item.manifest.layout)}`)
      if (item.kind === 'rows') parts.push(...item.rows.map(rowWords))
      if (item.kind === 'file') files += `\n${item.file.name} `
      if (item.kind === 'file-content') files += bytesToHex(item.content)
    }
    return `ok ${parts.join('\n')}${files}`
  } catch (error) {
    if (error instanceof DamagedContent) return 'damaged-backup'
    throw error
  }
}

/** The same words of what was put in. */
export function contentWords({ sequence, layout, rows, files }: OracleContent): string {
  const words = [`${String(sequence)}/${String(layout)}`, ...rows.map((row) => rowWords(rowOf(row)))].join(
    '\n',
  )
  return `ok ${words}${files.map(({ name, content }) => `\n${name} ${content.toString('hex')}`).join('')}`
}

function rowOf({ table, name, value }: OracleContent['rows'][number]): BackupRow {
  return { table: storeTables[table] ?? 'meta', name: new Uint8Array(name), value: new Uint8Array(value) }
}

function rowWords({ table, name, value }: BackupRow): string {
  return `${table} ${bytesToHex(name)} ${bytesToHex(value)}`
}

async function* eachOf<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const each of all) yield await Promise.resolve(each)
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7_001) {
    yield await Promise.resolve(new Uint8Array(bytes.subarray(at, at + 7_001)))
  }
}
