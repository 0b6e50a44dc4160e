import { join } from 'node:path'
import { z } from 'zod'
import { Rehearsal } from '#shared/contract/backup-methods.ts'
import { err, ok } from '#shared/domain/result.ts'
import type { Result } from '#shared/domain/result.ts'
import { writeFileAtomically } from '../files/write-file.ts'
import type { BackupFileSystem } from './file-system.ts'

/** A backup that was opened again after it was written, and found whole. */
const NotedBackup = z.object({
  folder: z.string(),
  name: z.string(),
  vault: z.string(),
  at: z.iso.datetime(),
  bytes: z.number().int().nonnegative(),
  records: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
})

/** What the host remembers of backups: codes, counts, dates and the folders that the person chose. No content, no key. */
const BackupNotes = z.object({
  version: z.literal(1),
  /** The folder for automatic backups. */
  folder: z.object({ id: z.string(), path: z.string() }).nullable(),
  verified: z.array(NotedBackup),
  /** The last rehearsal of each vault. */
  rehearsals: z.array(Rehearsal.extend({ vault: z.string() })).default([]),
})

export type NotedBackup = z.infer<typeof NotedBackup>
export type BackupNotes = z.infer<typeof BackupNotes>

const nothing: BackupNotes = { version: 1, folder: null, verified: [], rehearsals: [] }

/** The notes on disk: read when asked for, changed one after another, each change whole or not at all. */
export interface BackupNotesFile {
  read(): Promise<BackupNotes>
  change(
    next: (notes: BackupNotes) => BackupNotes,
  ): Promise<Result<BackupNotes, { readonly code: 'not-writable' }>>
}

/**
 * Keeps the notes in `backups.json` of the data folder. Notes that cannot be read count as none: then no file of the
 * folder is known to be ours, and none is ever taken away.
 */
export function createBackupNotes(
  files: BackupFileSystem,
  dataFolder: string,
  write = writeFileAtomically,
): BackupNotesFile {
  const path = join(dataFolder, 'backups.json')
  let last: Promise<unknown> = Promise.resolve()
  const read = async (): Promise<BackupNotes> => {
    const text = await files.readText(path).catch(() => undefined)
    return text === undefined ? nothing : parseNotes(text)
  }
  const change: BackupNotesFile['change'] = async (next) => {
    const notes = next(await read())
    const written = await write(path, Buffer.from(`${JSON.stringify(notes, null, 2)}\n`))
    return written.ok ? ok(notes) : err({ code: 'not-writable' })
  }
  return {
    read,
    change(next) {
      const result = last.then(() => change(next))
      last = result.catch(() => undefined)
      return result
    },
  }
}

function parseNotes(text: string): BackupNotes {
  try {
    const parsed = BackupNotes.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : nothing
  } catch {
    // Not JSON: as good as none.
    return nothing
  }
}
