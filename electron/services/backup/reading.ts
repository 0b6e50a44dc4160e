import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { backupExtension } from './backup-names.ts'
import type { BackupFileSystem } from './file-system.ts'

export interface BackupReadProblem {
  readonly code: 'not-readable'
}

/** A backup that is open for reading. */
export interface BackupReading {
  readonly bytes: number
  read(offset: number, length: number): Promise<Result<Uint8Array<ArrayBuffer>, BackupReadProblem>>
  close(): Promise<void>
}

/** Opens a file of the folder; only a real file, never what a link points to. */
export async function openForReading(
  files: BackupFileSystem,
  folder: string,
  name: string,
): Promise<Result<BackupReading, BackupReadProblem>> {
  const path = join(folder, name)
  try {
    const facts = await files.lstat(path)
    if (!facts.isFile()) return err({ code: 'not-readable' })
    return ok(readingOf(await files.open(path, 'r'), facts.size))
  } catch {
    // Gone, or not ours to read: there is one thing to say about both.
    return err({ code: 'not-readable' })
  }
}

function readingOf(handle: FileHandle, bytes: number): BackupReading {
  return {
    bytes,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, bytes - offset))
      const buffer = new Uint8Array(wanted)
      try {
        for (let at = 0; at < wanted;) {
          const { bytesRead } = await handle.read(buffer, at, wanted - at, offset + at)
          if (bytesRead === 0) return err({ code: 'not-readable' })
          at += bytesRead
        }
        return ok(buffer)
      } catch {
        return err({ code: 'not-readable' })
      }
    },
    close: () => handle.close().catch(() => undefined),
  }
}

export interface FoundBackup {
  readonly name: string
  readonly bytes: number
  /** When the file was changed last; instant, ISO 8601 in UTC. */
  readonly changedAt: string
}

/** The backups of a folder, newest first; other files are left out. */
export async function findBackups(
  files: BackupFileSystem,
  folder: string,
): Promise<Result<readonly FoundBackup[], BackupReadProblem>> {
  const names = await files.names(folder).catch(() => undefined)
  if (!names) return err({ code: 'not-readable' })
  const found: FoundBackup[] = []
  for (const name of names) {
    if (!name.endsWith(backupExtension) || name.startsWith('.') || name.length > 200) continue
    const facts = await files.lstat(join(folder, name)).catch(() => undefined)
    if (!facts?.isFile()) continue
    found.push({ name, bytes: facts.size, changedAt: new Date(facts.mtimeMs).toISOString() })
  }
  return ok(found.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)))
}
