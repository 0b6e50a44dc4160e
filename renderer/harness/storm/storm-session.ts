import { host, startWorker } from '#renderer/host/index.ts'
import { keepTrail } from '#renderer/data/audit/keep-trail.ts'
import { BackupKeeper } from '#renderer/data/backup/backup-keeper.ts'
import { browserPorts } from '#renderer/data/session/browser-ports.ts'
import { createExecute } from '#renderer/data/session/execute.ts'
import { KeyCare } from '#renderer/data/session/key-care.ts'
import type { SaveStatus } from '#renderer/data/session/save-status.ts'
import { VaultSession } from '#renderer/data/session/session.ts'
import { createSignal } from '#renderer/data/session/signal.ts'
import kdfWorkerUrl from '../scenario/cheap-kdf-worker.ts?worker&url'

/** The data layer of the product, but for a derivation at its lowest settings. */
const ports = browserPorts()
export const session = new VaultSession({
  ...ports,
  workers: { ...ports.workers, kdf: () => startWorker(kdfWorkerUrl, 'kdf') },
})
keepTrail(session, async () => undefined)
export const execute = createExecute(session, createSignal<SaveStatus>({ state: 'saved' }))
export const keys = new KeyCare(session, (name) => host.call('attachments.remove', { name }))
export const backups = new BackupKeeper(session, host)
