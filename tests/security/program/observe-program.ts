import { statSync } from 'node:fs'
import { join } from 'node:path'
import { FakeWindow, Menu, app, ipcMain, protocol } from '#tests/support/host/fake-electron.ts'
import packageOfElectron from 'electron/package.json' with { type: 'json' }
import { observeContents, observeSessions, windowFacts } from './observe-pages.ts'
import {
  observeFiles,
  observeLocked,
  observePreload,
  observeSenders,
  observeStarts,
} from './observe-doors.ts'
import { observeLock } from './observe-lock.ts'
import type { Observation } from './observation.ts'
import { root } from './stand-in-hooks.ts'
import { until } from './until.ts'

/** Starts the host on the stand-in, looks at what it did, tries what it must refuse, and writes all of it down. */
export async function observeProgram(dataFolder: string): Promise<Observation> {
  let readyBeforeSandbox = false
  app.isPackaged = true
  app.whenReady.mockImplementation(async () => {
    readyBeforeSandbox = app.enableSandbox.mock.calls.length === 0
  })
  await import(join(root, 'electron/main.ts'))
  await until(() => FakeWindow.made[0]?.loaded.length === 1)
  const [vault] = FakeWindow.made
  if (!vault) throw new Error('No window was made')
  const started = {
    electron: packageOfElectron.version,
    sandboxEnabled: app.enableSandbox.mock.calls.length > 0,
    readyBeforeSandbox,
    switches: app.commandLine.appendSwitch.mock.calls.map((call) => call.map(String)),
    schemes: protocol.registerSchemesAsPrivileged.mock.calls[0]?.[0],
    resolver: app.configureHostResolver.mock.calls[0]?.[0],
    singleInstance: app.requestSingleInstanceLock.mock.calls.length > 0,
    dataFolderMode: (statSync(dataFolder).mode & 0o777).toString(8),
    menu: Menu.setApplicationMenu.mock.calls.at(-1)?.[0] ?? null,
    recentDocumentsCleared: app.clearRecentDocuments.mock.calls.length > 0,
    ipcChannels: ipcMain.handle.mock.calls.map(([channel]) => String(channel)),
    vaultWindow: windowFacts(vault),
  }
  return {
    ...started,
    senders: await observeSenders(vault),
    whileLocked: await observeLocked(vault),
    ...(await observeContents()),
    sessions: observeSessions(),
    files: observeFiles().files,
    strangers: observeFiles().strangers,
    preload: await observePreload(),
    lock: await observeLock(),
    // Last: these start the program again and again.
    starts: await observeStarts(),
  }
}
