import { z } from 'zod'
import { Bytes, Count, Token } from './vault-files.ts'

const KiB = 1024

/** Most bytes of a backup that cross in one call. */
export const backupPartBytes = 1024 * KiB

/** Stands for a folder that the person chose in the host's own dialog; the page never sees or gives a path. */
const FolderId = Token

/** A name that the host made itself, or found in the folder. Never a path. */
const BackupName = z
  .string()
  .max(200)
  .regex(/^[^/\\\p{Cc}]+\.cvbak$/u)
  .refine((name) => !name.startsWith('.'))

/** Tells the vault's backups from another's: the code that also stands on the recovery kit. */
const VaultCode = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)

export const BackupFolder = z.object({
  id: FolderId,
  /** The folder's own name, to be shown. */
  name: z.string(),
  state: z.enum(['ready', 'gone', 'not-writable']),
})

/** What was found when a backup was opened again after it was written. */
export const GoodBackup = z.object({
  name: BackupName,
  at: z.iso.datetime(),
  bytes: Count,
  records: Count,
  attachments: Count,
})

/** A restore that was tried with a copy and taken away again. */
export const Rehearsal = z.object({
  at: z.iso.datetime(),
  /** Name of the backup that was used. */
  name: BackupName,
  records: Count,
  isGood: z.boolean(),
})

export const ListedBackup = z.object({
  name: BackupName,
  bytes: Count,
  /** When it was made, as far as the host knows; else when the file was changed last. */
  at: z.iso.datetime(),
  /** What was verified, and of which vault; null for a file that this computer has not verified. */
  good: GoodBackup.extend({ vault: VaultCode }).nullable(),
})

const writeErrors = ['disk-full', 'not-writable', 'folder-gone', 'token-unknown'] as const
const readErrors = ['not-readable', 'folder-gone', 'token-unknown'] as const

/** The host's part of backups: places, bytes and dates. It can read none of what it writes. */
export const backupMethods = {
  /** The folder for automatic backups, the last one that was verified there, and the last rehearsal of a restore. */
  'backup.status': {
    when: 'always',
    request: z.object({ vault: VaultCode }),
    response: z.object({
      folder: BackupFolder.nullable(),
      lastGood: GoodBackup.nullable(),
      rehearsal: Rehearsal.nullable(),
    }),
    errors: [],
    maxRequestBytes: KiB,
  },
  /** Asks the person for a folder. `lasting`: it becomes the one for automatic backups; else it is forgotten at the end. */
  'backup.chooseFolder': {
    when: 'always',
    request: z.object({ lasting: z.boolean() }),
    response: BackupFolder,
    errors: ['cancelled', 'not-writable'],
    maxRequestBytes: KiB,
  },
  /** Ends automatic backups; the files stay. */
  'backup.forgetFolder': {
    when: 'unlocked',
    request: z.object({}),
    response: z.null(),
    errors: ['not-writable'],
    maxRequestBytes: KiB,
  },
  /** Begins a file under a temporary name. One at a time: an unfinished one before it is taken away. */
  'backup.begin': {
    when: 'unlocked',
    request: z.object({ folder: FolderId }),
    response: z.object({ token: Token, name: BackupName }),
    errors: [...writeErrors],
    maxRequestBytes: KiB,
  },
  'backup.write': {
    when: 'unlocked',
    request: z.object({ token: Token, bytes: Bytes }),
    response: z.object({ bytes: Count }),
    errors: [...writeErrors],
    maxRequestBytes: 4 * backupPartBytes,
  },
  /** Flushes the file, gives it its name, flushes the folder. Only then there is a backup. */
  'backup.finish': {
    when: 'unlocked',
    request: z.object({ token: Token }),
    response: z.object({ name: BackupName, bytes: Count }),
    errors: [...writeErrors],
    maxRequestBytes: KiB,
  },
  /** Takes away what was begun. */
  'backup.cancel': {
    when: 'unlocked',
    request: z.object({ token: Token }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
  /**
   * Notes that the page opened this file again and found it whole, then thins out older ones that were noted for the
   * same vault in the same folder: 10 last, 30 daily, 12 monthly stay.
   */
  'backup.verified': {
    when: 'unlocked',
    request: z.object({
      folder: FolderId,
      name: BackupName,
      vault: VaultCode,
      records: Count,
      attachments: Count,
    }),
    response: z.object({ removed: Count }),
    errors: ['not-writable', 'folder-gone', 'not-readable'],
    maxRequestBytes: KiB,
  },
  /** Notes how a rehearsal went. */
  'backup.rehearsed': {
    when: 'unlocked',
    request: Rehearsal.omit({ at: true }).extend({ vault: VaultCode }),
    response: z.null(),
    errors: ['not-writable'],
    maxRequestBytes: KiB,
  },
  'backup.list': {
    when: 'always',
    request: z.object({ folder: FolderId }),
    response: z.object({ backups: z.array(ListedBackup) }),
    errors: ['folder-gone', 'not-readable'],
    maxRequestBytes: KiB,
  },
  'backup.open': {
    when: 'always',
    request: z.object({ folder: FolderId, name: BackupName }),
    response: z.object({ token: Token, bytes: Count }),
    errors: [...readErrors],
    maxRequestBytes: KiB,
  },
  /** Bytes from a place in the file, fewer only at its end. */
  'backup.read': {
    when: 'always',
    request: z.object({ token: Token, offset: Count, length: z.number().int().min(1).max(backupPartBytes) }),
    response: z.object({ bytes: Bytes }),
    errors: [...readErrors],
    maxRequestBytes: KiB,
  },
  'backup.close': {
    when: 'always',
    request: z.object({ token: Token }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
} as const

export type BackupFolder = z.infer<typeof BackupFolder>
export type Rehearsal = z.infer<typeof Rehearsal>
export type GoodBackup = z.infer<typeof GoodBackup>
export type ListedBackup = z.infer<typeof ListedBackup>
