import { app, dialog, session } from 'electron'
import type { Session } from 'electron'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createCrashGuard } from './crash-guard.ts'
import { createDispatcher } from './dispatcher.ts'
import { createGuardPorts, lockStepsOf } from './guard-ports.ts'
import { createHandlers } from './handlers/handlers.ts'
import { describeHost, describeWriter } from './host-info.ts'
import { guardAllContents } from './hosts/electron/contents.ts'
import { connectCalls } from './hosts/electron/ipc.ts'
import { setMenu } from './hosts/electron/menu.ts'
import { vaultOrigin, vaultPartition } from './hosts/electron/origin.ts'
import { createPdfPrinter } from './hosts/electron/pdf-printer.ts'
import { systemPower } from './hosts/electron/power.ts'
import { registerScheme, serveFiles } from './hosts/electron/protocol.ts'
import { findRefused } from './hosts/electron/refusals.ts'
import { createSaveDialog } from './hosts/electron/save-dialog.ts'
import { hardenAllSessions, hardenSession } from './hosts/electron/session.ts'
import { applySwitches, closeResolver } from './hosts/electron/switches.ts'
import { prepareStorage } from './hosts/electron/storage.ts'
import { createSystemClipboard } from './hosts/electron/system-clipboard.ts'
import { VaultWindow } from './hosts/electron/vault-window.ts'
import { lockInOrder } from './lock-in-order.ts'
import { lockWhenAway, requestLock } from './lock-when-away.ts'
import { systemClock } from './ports.ts'
import type { GuardPorts, StoragePort } from './ports.ts'
import { createAttachmentStore } from './services/attachments/attachment-store.ts'
import { createBackupService } from './services/backup/backup-service.ts'
import { renderDocument } from './services/documents/render-document.ts'
import { localDataFolder, makePrivateFolder, vaultFolderBeside } from './services/files/data-folder.ts'
import { createLog } from './services/log/log.ts'
import type { Log } from './services/log/log.ts'
import { createRingFile } from './services/log/ring-file.ts'
import { loadRendererFiles } from './services/renderer-files/renderer-files.ts'

const refused = app.isPackaged ? findRefused(process.argv.slice(1), process.env) : undefined
const dataFolder = chooseDataFolder()
const devTools = !app.isPackaged

if (refused !== undefined) refuseStart(refused)
else begin()

function begin(): void {
  prepare()
  if (app.requestSingleInstanceLock()) prepareStorage(dataFolder).then(startWhenReady).catch(giveUp)
  else app.exit(0)
}

async function startWhenReady(storage: StoragePort): Promise<void> {
  await app.whenReady()
  await start(storage)
}

// Everything that must happen before Chromium is up.
function prepare(): void {
  applySwitches()
  registerScheme()
  makePrivateFolder(dataFolder)
  app.setPath('userData', dataFolder)
  app.setPath('sessionData', dataFolder)
  app.setAppLogsPath(join(dataFolder, 'logs'))
  guardAllContents(devTools)
  hardenAllSessions(devTools)
}

function chooseDataFolder(): string {
  const { values } = parseArgs({ options: { profile: { type: 'string' } }, strict: false })
  return typeof values.profile === 'string' ? resolve(values.profile) : join(localDataFolder(), 'electron')
}

function refuseStart(name: string): void {
  dialog.showErrorBox(
    'Evenhand did not start',
    `It may not be started with “${name}”, because that would open it to other programs.`,
  )
  app.exit(1)
}

// Without this a program that cannot start would stay, without a window and without a word.
function giveUp(): void {
  dialog.showErrorBox(
    'Evenhand did not start',
    'A part of it could not be opened. Your vault was not touched. Start it again; if this stays so, install it again.',
  )
  app.exit(1)
}

async function start(storage: StoragePort): Promise<void> {
  const log = createLog(createRingFile(join(dataFolder, 'logs')), () => systemClock.now())
  const vaultSession = makeVaultSession()
  closeResolver()
  setMenu(process.platform)
  app.clearRecentDocuments()

  const guard = createGuardPorts(dataFolder, createSystemClipboard(process.platform), systemClock, log)
  const window = createWindow(vaultSession, log, guard)
  const windows = lockInOrder(window, lockStepsOf(guard))
  const dialogs = createSaveDialog(() => window.browserWindow)
  const ports = {
    ...guard,
    info: describeHost('electron', process.platform, null, dataFolder),
    dialogs,
    backups: createBackupService({
      dataFolder,
      chooseFolder: dialogs.chooseBackupFolder,
      now: systemClock.now,
    }),
    attachments: createAttachmentStore(vaultFolderBeside(dataFolder)),
    printer: createPdfPrinter(),
    windows,
    storage,
    clock: systemClock,
    vault: { folder: vaultFolderBeside(dataFolder), writer: describeWriter(process.versions['chrome']) },
  }
  const handlers = createHandlers(ports, renderDocument, log)
  connectCalls(
    createDispatcher({ origin: vaultOrigin, handlers, log, isUnlocked: guard.lockState.isUnlocked }),
    (id) => window.isShownIn(id),
  )
  lockWhenAway(windows, systemPower)
  app.on('second-instance', () => {
    window.focus()
    requestLock(windows, 'opened-again')
  })
  await window.open()
  log.info('host-started', { host: 'electron', platform: process.platform })
}

function makeVaultSession(): Session {
  const vaultSession = session.fromPartition(vaultPartition)
  hardenSession(vaultSession, devTools)
  serveFiles(vaultSession, loadRendererFiles(join(import.meta.dirname, '../renderer'), vaultOrigin))
  return vaultSession
}

function createWindow(
  vaultSession: Session,
  log: Log,
  { clipboard, lockState, work }: GuardPorts,
): VaultWindow {
  return new VaultWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    devTools,
    session: vaultSession,
    crashes: createCrashGuard(),
    onCrash: (reason) => log.error('page-process-gone', { reason }),
    onFreshPage: () => lockState.set(false),
    beforeQuit: async () => {
      await Promise.allSettled([clipboard.clear(), work.end()])
    },
  })
}
