import { createDispatcher } from '#electron/dispatcher.ts'
import type { Handlers } from '#electron/dispatcher.ts'
import { createFileHandlers } from '#electron/handlers/attachments.ts'
import { createFolderDialogs } from '#electron/hosts/chromium/export-folder.ts'
import { AttachmentStore } from '#electron/services/attachments/attachment-store.ts'
import type { AttachmentStoreOptions } from '#electron/services/attachments/attachment-store.ts'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'
import { createHost } from '#renderer/host/host.ts'
import type { Host } from '#renderer/host/host.ts'
import { aLog } from '../host/log.ts'

export interface FileHost {
  readonly call: Host['call']
  readonly log: readonly string[]
  /** What the lock does to work that is under way. */
  readonly stopWork: () => Promise<void>
}

/** The host's real part of files behind its real door, on two folders of the test's own. */
export function aFileHost(
  vaultFolder: string,
  exportFolder: string,
  options: Omit<AttachmentStoreOptions, 'folder'> = {},
): FileHost {
  const { log, lines } = aLog()
  const work = createWorkInHand()
  const attachments = new AttachmentStore({ folder: vaultFolder, ...options })
  const dialogs = createFolderDialogs(exportFolder)
  // Nothing but files is asked for here; any other method would be missing and throw.
  const handlers = createFileHandlers({ attachments, dialogs, work, log }) as unknown as Handlers
  const dispatch = createDispatcher({ origin: 'app://vault', handlers, log, isUnlocked: () => true })
  const sender = { isMainFrame: true, isCurrentWindow: true, origin: 'app://vault' }
  const host = createHost({
    call: (method, request) => dispatch(sender, method, structuredClone(request)),
    on: () => () => undefined,
  })
  return { call: host.call, log: lines, stopWork: () => work.stop() }
}
