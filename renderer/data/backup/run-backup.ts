import type { Result } from '#shared/domain/result.ts'
import type { GoodBackup } from '#shared/contract/backup-methods.ts'
import { decodeHeader } from '#shared/vault/header.ts'
import { vaultCode } from '#shared/vault/recovery-key.ts'
import { orStop, settleBackup } from './backup-failure.ts'
import type { BackupFailure } from './backup-failure.ts'
import { folderSource } from './byte-source.ts'
import type { ByteSource } from './byte-source.ts'
import { checkItems } from './check-backup.ts'
import type { BackupFacts } from './check-backup.ts'
import { writeBackup } from './make-backup.ts'
import type { BackupParts, BackupProgress, BackupRun } from './make-backup.ts'
import { readItems, readStart } from './read-backup.ts'
import { openTwin } from './twin-engine.ts'

/**
 * Makes a backup: writes it, opens it again, reads every chunk, compares all rows with the vault's manifest, opens three
 * bodies, tells the host that it is good, and lets the host thin out older ones. Answers only for a verified backup.
 *
 * Errors: those of `writeBackup`; `damaged-backup` when it did not read back as it was written (the file stays, not
 * counted as good, and no older one is taken away).
 */
export async function runBackup(
  parts: BackupParts,
  run: BackupRun,
): Promise<Result<GoodBackup, BackupFailure>> {
  const written = await writeBackup(parts, run)
  if (!written.ok) return written
  const { name, bytes } = written.value
  return settleBackup(async () => {
    const facts = await checkFile(parts, run, name)
    const header = orStop(await decodeHeader((await parts.files()).header))
    const good = { records: facts.records.size, attachments: facts.attachments }
    const vault = await vaultCode(header.vaultId)
    orStop(await parts.host.call('backup.verified', { folder: run.folder, name, vault, ...good }))
    return { name, bytes, at: parts.now(), ...good }
  })
}

async function checkFile(parts: BackupParts, run: BackupRun, name: string): Promise<BackupFacts> {
  const source = await folderSource(parts.host, run.folder, name)
  try {
    return await checkSource(parts, source, run)
  } finally {
    await source.close()
  }
}

/** Checks a backup of the open vault, wherever it lies. Rejects with `BackupStopped`. */
export async function checkSource(
  { crypto }: Pick<BackupParts, 'crypto'>,
  source: ByteSource,
  { signal, onProgress }: Pick<BackupRun, 'signal' | 'onProgress'>,
): Promise<BackupFacts> {
  const twin = await openTwin(crypto)
  const progress: BackupProgress = { stage: 'checking', ...nothingYet, totalBytes: source.bytes }
  let bytes = 0
  try {
    const start = await readStart(source)
    const items = readItems(source, start, twin.call, {
      ...(signal ? { signal } : {}),
      onBytes: (read) => (bytes = read),
    })
    return await checkItems(items, twin.call, (rows, files) =>
      onProgress?.({ ...progress, rows, files, bytes }),
    )
  } finally {
    twin.end()
  }
}

const nothingYet = { rows: 0, files: 0, bytes: 0 }
