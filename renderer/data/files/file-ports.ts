import type { Host } from '#renderer/host/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import type { AttachmentBody } from '#shared/domain/attachment/attachment.ts'
import type { Execute } from '../session/execute.ts'
import type { CryptoOperations } from '../workers/crypto-protocol.ts'
import type { Caller } from '../workers/rpc.ts'

/** What the files of a vault need from the world around them. */
export interface FilePorts {
  readonly call: Host['call']
  /** The crypto worker of the open vault; undefined while it is locked. */
  readonly crypto: () => Caller<CryptoOperations> | undefined
  readonly execute: Execute
  /** Opens the body of a record; rejects when it is damaged. */
  readonly bodyOf: (entry: RecordEntry<'attachment'>) => Promise<AttachmentBody>
  /** Every file that a record speaks of. */
  readonly entries: () => readonly RecordEntry<'attachment'>[]
  /** Writes into the history that a copy of a file was saved outside the vault. */
  readonly noteCopied?: (entry: RecordEntry<'attachment'>) => Promise<unknown>
}

/**
 * Why a file could not be added, opened, copied or removed. The words are made by the screens.
 *
 * `source-unreadable`: the file went away while it was read, or is a folder. `file-missing`: the record is there and its
 * bytes are not. `file-damaged`: the bytes are not those that were added. `file-not-reached`: this computer does not
 * give them out. `copy-not-writable`: the place of the copy refuses.
 */
export type FileProblem =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly sizeBytes: number; readonly maxBytes: number }
  | { readonly code: 'source-unreadable' }
  | { readonly code: 'disk-full' }
  | { readonly code: 'not-writable' }
  | { readonly code: 'cancelled' }
  | { readonly code: 'locked' }
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-damaged' }
  | { readonly code: 'file-not-reached' }
  | { readonly code: 'copy-not-writable' }

/** Follows something long; `stop` ends it, and then nothing of it stays. */
export interface Following {
  readonly signal?: AbortSignal
  readonly onProgress?: (bytes: number) => void
}
