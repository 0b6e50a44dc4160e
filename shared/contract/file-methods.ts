import { z } from 'zod'
import { copyEndings } from '#shared/domain/attachment/file-type.ts'
import { Bytes, Count, Token } from './vault-files.ts'

const KiB = 1024

/** Most bytes of a file that cross in one call. */
export const filePartBytes = 1024 * KiB

const Part = Bytes.refine((bytes) => bytes.length >= 1 && bytes.length <= filePartBytes)

/** The name of a sealed file: random, made by the page, and all that the host knows of it. Never a path. */
export const AttachmentName = z.string().regex(/^[0-9a-f]{32}$/)

/** Larger than any file the page adds, so that a wrong number cannot fill the disk. */
const SealedBytes = Count.max(1024 * KiB * KiB)

export const StoredAttachment = z.object({ name: AttachmentName, bytes: Count })

const writeErrors = ['disk-full', 'not-writable', 'exists', 'not-begun', 'out-of-step'] as const
const saveErrors = ['disk-full', 'not-writable', 'token-unknown'] as const

/** The host's part of files: it keeps sealed bytes under random names, and writes copies to where the person says. */
export const fileMethods = {
  /**
   * Begins a file of `bytes` sealed bytes under a name that nothing has yet. It does not exist before `attachments.finish`.
   * `replace`: what lies under that name does not open; it is set aside in its folder, not removed, when the new one is whole.
   */
  'attachments.begin': {
    when: 'unlocked',
    request: z.object({ name: AttachmentName, bytes: SealedBytes, replace: z.boolean().optional() }),
    response: z.null(),
    errors: writeErrors,
    maxRequestBytes: KiB,
  },
  /** Writes the next bytes; `at` is how many went before. After `disk-full` nothing of the file is left. */
  'attachments.write': {
    when: 'unlocked',
    request: z.object({ name: AttachmentName, at: Count, bytes: Part }),
    response: z.object({ bytes: Count }),
    errors: writeErrors,
    maxRequestBytes: filePartBytes + KiB,
  },
  /** Flushes the file and gives it its name: only now it exists, and a record may speak of it. */
  'attachments.finish': {
    when: 'unlocked',
    request: z.object({ name: AttachmentName }),
    response: StoredAttachment,
    errors: writeErrors,
    maxRequestBytes: KiB,
  },
  /** Takes away what was begun and not finished. */
  'attachments.abort': {
    when: 'unlocked',
    request: z.object({ name: AttachmentName }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
  /** Bytes from a place in a finished file, fewer only at its end; `total` is the size of the whole. */
  'attachments.read': {
    when: 'unlocked',
    request: z.object({
      name: AttachmentName,
      at: Count,
      length: z.number().int().min(1).max(filePartBytes),
    }),
    response: z.object({ bytes: Bytes, total: Count }),
    errors: ['not-found', 'not-readable'],
    maxRequestBytes: KiB,
  },
  /** Removes a finished file; the record that named it is gone already. */
  'attachments.remove': {
    when: 'unlocked',
    request: z.object({ name: AttachmentName }),
    response: z.object({ removed: z.boolean() }),
    errors: ['not-writable'],
    maxRequestBytes: KiB,
  },
  /** Finished files in the order of their names, those after `after`, a thousand at most. */
  'attachments.list': {
    when: 'unlocked',
    request: z.object({ after: AttachmentName.nullable() }),
    response: z.object({ files: z.array(StoredAttachment), done: z.boolean() }),
    errors: ['not-readable'],
    maxRequestBytes: KiB,
  },
  /**
   * Begins a copy outside the vault, where the person says or in the folder for documents. One at a time: an
   * unfinished one before it is taken away. The ending is one of a list of harmless ones.
   */
  'files.save': {
    when: 'unlocked',
    request: z.object({
      suggestedName: z.string().min(1).max(200),
      ending: z.enum(copyEndings),
      bytes: SealedBytes,
    }),
    response: z.object({ token: Token }),
    errors: ['cancelled', 'disk-full', 'not-writable'],
    maxRequestBytes: 4 * KiB,
  },
  'files.save.write': {
    when: 'unlocked',
    request: z.object({ token: Token, bytes: Part }),
    response: z.object({ bytes: Count }),
    errors: saveErrors,
    maxRequestBytes: filePartBytes + KiB,
  },
  /** Flushes the copy, gives it its name and reads it back. */
  'files.save.finish': {
    when: 'unlocked',
    request: z.object({ token: Token }),
    response: z.object({ fileName: z.string(), bytes: Count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    errors: saveErrors,
    maxRequestBytes: KiB,
  },
  /** Takes away what was begun. */
  'files.save.abort': {
    when: 'unlocked',
    request: z.object({ token: Token }),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
} as const

export type StoredAttachment = z.infer<typeof StoredAttachment>
