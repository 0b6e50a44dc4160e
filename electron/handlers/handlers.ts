import { ok } from '#shared/domain/result.ts'
import type { LogLine } from '#shared/contract/methods.ts'
import type { Handlers } from '../dispatcher.ts'
import type { DocumentRenderer, HostPorts } from '../ports.ts'
import type { Log } from '../services/log/log.ts'
import { createFileHandlers } from './attachments.ts'
import { createBackupHandlers } from './backup.ts'
import { createExportHandler } from './documents-export.ts'
import { createDurableHandlers } from './durable.ts'
import { createGuardHandlers } from './guard.ts'
import { createStorageHandlers } from './storage.ts'
import { createVaultCopyHandlers } from './vault-copy.ts'

/** One handler for each method of the contract. */
export function createHandlers(ports: HostPorts, render: DocumentRenderer, log: Log): Handlers {
  return {
    'app.info': async () => ok(ports.info),
    'documents.export': createExportHandler({ ...ports, render, log }),
    'window.lock': () => ports.windows.lock().then(nothing),
    'window.close': () => ports.windows.close().then(nothing),
    ...createDurableHandlers(ports, log),
    ...createGuardHandlers(ports, ports.windows),
    ...createBackupHandlers(ports.backups, ports.work),
    ...createFileHandlers({ ...ports, log }),
    ...createStorageHandlers(ports, log),
    ...createVaultCopyHandlers(ports, log),
    'log.write': async (line) => nothing(writeLine(log, line)),
  }
}

function nothing(_done: void) {
  return ok(null)
}

function writeLine(log: Log, { level, code, facts }: LogLine): void {
  log[level](`page.${code}`, facts)
}
