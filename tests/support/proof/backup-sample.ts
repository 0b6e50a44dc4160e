import { backupSaltBytes } from '#shared/vault/backup-header.ts'
import { encodeBackupRow, encodeFileStart, encodeManifest } from '#shared/vault/backup-parts.ts'
import { vaultIdBytes } from '#shared/vault/header.ts'
import { chunkDataBytes, sealedChunkBytes } from '#shared/vault/stream.ts'
import { storeTables } from '#shared/vault/tables.ts'
import { contentWords, readWhole, sealWhole } from '../vault/backup-bytes.ts'
import { headerFrom } from './header-sample.ts'
import { bytesFrom } from './random.ts'

/** A part of a backup file that has a meaning of its own. */
export interface BackupRegion {
  readonly kind: string
  /** Bytes of the file, as ranges: what is long goes over several chunks. */
  readonly ranges: readonly Range[]
}

interface Range {
  readonly start: number
  readonly end: number
}

export interface BackupSample {
  readonly file: Uint8Array
  readonly regions: readonly BackupRegion[]
  /** What a reader makes of a file: `ok` and all of the content, or the class of its refusal. */
  readonly read: (file: Uint8Array) => Promise<string>
  /** What it must make of this one. */
  readonly wanted: string
}

/** A backup of three chunks, with rows and a file, and a map of what lies where in it. */
export async function backupFrom(random: () => number): Promise<BackupSample> {
  const [bak, vaultId] = [bytesFrom(random, 32), bytesFrom(random, vaultIdBytes)]
  const rows = Array.from({ length: 40 }, (_, index) => ({
    table: 1 + (index % 4),
    name: Buffer.from(bytesFrom(random, 16)),
    value: Buffer.from(bytesFrom(random, 400)),
  }))
  const files = [{ name: '0'.repeat(32), content: Buffer.from(bytesFrom(random, 120_000)) }]
  const content = { sequence: 7, layout: 2, rows, files }
  const { encoded } = await headerFrom(random)
  const header = {
    createdAt: '2026-11-22T10:15:00.000Z',
    app: '0.1.0',
    header: encoded,
    keyring: bytesFrom(random, 200),
    salt: bytesFrom(random, backupSaltBytes),
  }
  const file = await sealWhole(bak, vaultId, header, content)
  return {
    file,
    regions: regionsOf(file.length, content),
    read: (given) => readWhole(bak, vaultId, given),
    wanted: contentWords(content),
  }
}

type Content = Parameters<typeof sealWhole>[3]

function regionsOf(fileBytes: number, { sequence, layout, rows, files }: Content): readonly BackupRegion[] {
  const chunks = Math.floor(fileBytes / sealedChunkBytes)
  const prefix = fileBytes - chunks * sealedChunkBytes
  const names = files.map(({ name, content }) => ({ name, bytes: content.length }))
  const lengths: readonly [string, number][] = [
    ['manifest', encodeManifest({ sequence, layout, rows: rows.length, files: names }).length],
    ...rows.map(({ table, name, value }): [string, number] => [
      'row',
      encodeBackupRow({ table: storeTables[table] ?? 'meta', name, value }).length,
    ]),
    ...names.flatMap((file): [string, number][] => [
      ['start of a file', encodeFileStart(file).length],
      ['file', file.bytes],
    ]),
  ]
  const ranges = new Map<string, Range[]>([['head', [{ start: 0, end: prefix }]]])
  let at = 0
  for (const [kind, length] of [...lengths, ['trailer and padding', chunks * chunkDataBytes - at] as const]) {
    const end = Math.min(at + length, chunks * chunkDataBytes)
    ranges.set(kind, [...(ranges.get(kind) ?? []), ...placed(prefix, at, end)])
    at = end
  }
  for (let chunk = 1; chunk <= chunks; chunk += 1) {
    const end = prefix + chunk * sealedChunkBytes
    // The last byte of a block, which only padding uses, and the tag.
    ranges.set(`end of chunk ${String(chunk)}`, [{ start: end - 17, end }])
  }
  return [...ranges].map(([kind, each]) => ({ kind, ranges: each }))
}

/** Where a stretch of the content lies in the file, chunk by chunk. */
function placed(prefix: number, start: number, end: number): readonly Range[] {
  const ranges: Range[] = []
  for (let at = start; at < end;) {
    const chunk = Math.floor(at / chunkDataBytes)
    const until = Math.min(end, (chunk + 1) * chunkDataBytes)
    const base = prefix + chunk * (sealedChunkBytes - chunkDataBytes)
    ranges.push({ start: base + at, end: base + until })
    at = until
  }
  return ranges
}

/** The bit with this number of a region. */
export function bitOf({ ranges }: BackupRegion, number: number): number {
  let left = number
  for (const { start, end } of ranges) {
    const bits = (end - start) * 8
    if (left < bits) return start * 8 + left
    left -= bits
  }
  throw new Error('The region has fewer bits')
}

export function bitsIn({ ranges }: BackupRegion): number {
  return ranges.reduce((sum, { start, end }) => sum + (end - start) * 8, 0)
}
