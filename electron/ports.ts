import type { AwayReason } from '#shared/contract/events.ts'
import type { AppInfo, ExportFormat } from '#shared/contract/methods.ts'
import type { Writer } from '#shared/contract/vault-files.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import type { LockState } from './lock-state.ts'
import type { AttachmentStore } from './services/attachments/attachment-store.ts'
import type { Attempts } from './services/attempts/attempts.ts'
import type { BackupService } from './services/backup/backup-service.ts'
import type { ClipboardKeeper } from './services/clipboard/clipboard-keeper.ts'
import type { LastTry } from './services/storage/set-aside.ts'
import type { StoragePlace } from './services/storage/storage-place.ts'
import type { WorkInHand } from './services/work-in-hand.ts'

/** What services need from the program around them. Each host implements these and nothing more. */
export interface HostPorts extends GuardPorts {
  readonly info: AppInfo
  readonly dialogs: Dialogs
  readonly printer: PdfPrinter
  readonly windows: Windows
  readonly clock: Clock
  readonly vault: VaultPlace
  readonly backups: BackupService
  readonly attachments: AttachmentStore
  readonly storage: StoragePort
}

/** What both hosts keep watch with, made from their ports; see `createGuardPorts`. */
export interface GuardPorts {
  readonly attempts: Attempts
  readonly clipboard: ClipboardKeeper
  readonly work: WorkInHand
  readonly lockState: LockState
}

/** The browser's own storage, and what became of the wish to set it aside at this start; see `storage.look`. */
export interface StoragePort {
  readonly place: StoragePlace
  readonly lastTry: LastTry
}

/** Where the vault's second copy lies, and which program and engine work with it; see `durable.look`. */
export interface VaultPlace {
  readonly folder: string
  readonly writer: Writer
}

export interface Dialogs {
  /** Asks for the place of a new document, or chooses a free one; null when the user thinks better of it. */
  chooseExportPath(suggestedName: string, format: ExportFormat): Promise<string | null>
  /** Asks for the place of a file's copy, or chooses a free one; null when the user thinks better of it. */
  chooseCopyPath(suggestedName: string, ending: string): Promise<string | null>
  /** Asks for the folder of backups, or has one; null when the user thinks better of it. */
  chooseBackupFolder(): Promise<string | null>
}

export interface PdfPrinter {
  /** Prints a whole HTML page without scripts and without any request to PDF; the page's own @page rules decide the paper. `stop` ends it at once. */
  printToPdf(html: string, stop?: AbortSignal): Promise<Uint8Array>
}

export interface Windows {
  /** Counts the pages shown so far: what an earlier page began is nobody's any more. */
  readonly generation: number
  /** Ends the process that showed the vault and shows a fresh page. */
  lock(): Promise<void>
  close(): Promise<void>
  /** Ends the browser and starts it anew. */
  restart(): Promise<void>
  /** The page answers for itself whether the window closes: it saves, or asks the person. */
  stay(): Promise<void>
}

/** The clipboard of the system, from the side of the program and never of the page. */
export interface ClipboardPort {
  /** Puts a text there, marked for clipboard histories to leave it out where the system knows such a mark. */
  write(text: string): Promise<void>
  read(): Promise<string>
  clear(): Promise<void>
}

export interface Clock {
  /** The present instant as ISO 8601 in UTC. */
  now(): string
}

export interface Power {
  /** Calls back when the computer sleeps, is locked or is handed to another user. */
  onAway(listener: (reason: AwayReason) => void): void
}

/** Makes the bytes of a finished document from its model. */
export type DocumentRenderer = (
  format: ExportFormat,
  model: DocumentModel,
  printer: PdfPrinter,
) => Promise<Uint8Array>

export const systemClock: Clock = { now: () => new Date().toISOString() }
