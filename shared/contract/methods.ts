import { z } from 'zod'
import { DocumentModel } from '#shared/documents/model.ts'
import type { Result } from '#shared/domain/result.ts'
import { backupMethods } from './backup-methods.ts'
import { durableMethods } from './durable-methods.ts'
import type { CommonErrorCode, HostError } from './errors.ts'
import { fileMethods } from './file-methods.ts'
import { CloudService, guardMethods } from './guard-methods.ts'
import { storageMethods } from './storage-methods.ts'
import { vaultCopyMethods } from './vault-copy-methods.ts'

interface MethodSpec {
  /**
   * `unlocked`: answered only while this page holds the keys of a vault or of a backup; see `vault.keys`. `always`: what a
   * page needs to find, open, restore or leave a vault.
   */
  readonly when: 'always' | 'unlocked'
  readonly request: z.ZodType
  readonly response: z.ZodType
  readonly errors: readonly string[]
  /** Largest request in bytes, strings counted as UTF-16; a bigger one is refused before it is looked at. */
  readonly maxRequestBytes: number
}

const KiB = 1024
const Code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(48)

/** What the page may know about the program around it. */
export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'chromium']),
  platform: z.enum(['linux', 'macos', 'windows']),
  /** Folder into which documents go without a question, or null when the user is asked each time. */
  exportFolder: z.string().nullable(),
  /** The cloud service whose folder the vault lies in; sealed or not, it does not belong there. */
  cloudFolder: CloudService.optional(),
})

export const ExportFormat = z.enum(['docx', 'pdf'])

export const ExportRequest = z.object({
  format: ExportFormat,
  model: DocumentModel,
  /** A proposal without a folder; the host cleans it and keeps other files safe. */
  suggestedName: z.string().min(1).max(200),
})

/** Proof that the file is on disk: read back after writing. */
export const ExportReceipt = z.object({
  fileName: z.string(),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** One line for the host's log: codes and numbers, never a word a user typed. */
export const LogLine = z.object({
  level: z.enum(['info', 'warn', 'error']),
  code: Code,
  facts: z.record(Code, z.union([Code, z.number(), z.boolean()])).optional(),
})

/** The whole of what the page may ask of the host. Requests are checked in the host, answers in the page. */
export const methods = {
  'app.info': { when: 'always', request: z.object({}), response: AppInfo, errors: [], maxRequestBytes: KiB },
  'documents.export': {
    when: 'unlocked',
    request: ExportRequest,
    response: ExportReceipt,
    errors: ['cancelled', 'disk-full', 'not-writable', 'render-failed'],
    maxRequestBytes: 64 * KiB * KiB,
  },
  /** Ends the page's process and opens a fresh, locked page; the answer reaches nobody. */
  'window.lock': {
    when: 'always',
    request: z.object({}),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
  /** Says that the window may go: drafts are saved, or the person chose to lose them; see the event `close-requested`. */
  'window.close': {
    when: 'always',
    request: z.object({}),
    response: z.null(),
    errors: [],
    maxRequestBytes: KiB,
  },
  ...durableMethods,
  ...guardMethods,
  ...backupMethods,
  ...fileMethods,
  ...storageMethods,
  ...vaultCopyMethods,
  'log.write': { when: 'always', request: LogLine, response: z.null(), errors: [], maxRequestBytes: 4 * KiB },
} as const satisfies Record<string, MethodSpec>

export type Methods = typeof methods
export type MethodName = keyof Methods
export type RequestOf<M extends MethodName> = z.infer<Methods[M]['request']>
export type ResponseOf<M extends MethodName> = z.infer<Methods[M]['response']>
export type ErrorCodeOf<M extends MethodName> = Methods[M]['errors'][number]

/** What a handler in the host may answer. */
export type HandlerResult<M extends MethodName> = Result<ResponseOf<M>, HostError<ErrorCodeOf<M>>>

/** What the page gets: the method's own errors and the common ones. */
export type CallResult<M extends MethodName> = Result<
  ResponseOf<M>,
  HostError<ErrorCodeOf<M> | CommonErrorCode>
>

export type AppInfo = z.infer<typeof AppInfo>
export type ExportFormat = z.infer<typeof ExportFormat>
export type ExportRequest = z.infer<typeof ExportRequest>
export type ExportReceipt = z.infer<typeof ExportReceipt>
export type LogLine = z.infer<typeof LogLine>

/** Tells whether a name from outside is one of ours; inherited names such as `constructor` are not. */
export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(methods, name)
}
