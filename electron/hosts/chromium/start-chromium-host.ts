import { chromium } from 'playwright-core'
import type { BrowserContext, Page } from 'playwright-core'
import { platform } from 'node:os'
import { join } from 'node:path'
import { findAppRoot } from '../../app-root.ts'
import { createDispatcher } from '../../dispatcher.ts'
import type { Dispatch } from '../../dispatcher.ts'
import { describeHost, describeWriter } from '../../host-info.ts'
import { createGuardPorts, lockStepsOf } from '../../guard-ports.ts'
import { lockInOrder } from '../../lock-in-order.ts'
import { lockWhenAway, requestLock } from '../../lock-when-away.ts'
import type { LockableWindow } from '../../lock-when-away.ts'
import { createHandlers } from '../../handlers/handlers.ts'
import { systemClock } from '../../ports.ts'
import { removedNames } from '#shared/contract/removed-names.ts'
import type { ClipboardPort, Clock, GuardPorts, HostPorts, StoragePort, Windows } from '../../ports.ts'
import { createAttachmentStore } from '../../services/attachments/attachment-store.ts'
import { createBackupService } from '../../services/backup/backup-service.ts'
import { renderDocument } from '../../services/documents/render-document.ts'
import { makePrivateFolder, vaultFolderBeside } from '../../services/files/data-folder.ts'
import { createLog } from '../../services/log/log.ts'
import type { Log } from '../../services/log/log.ts'
import { createRingFile } from '../../services/log/ring-file.ts'
import { loadRendererFiles } from '../../services/renderer-files/renderer-files.ts'
import { setAsideIfWished } from '../../services/storage/set-aside.ts'
import { watchForSleep } from './away-watch.ts'
import { createPageCodec, packMessage, unpackMessage } from './bridge-bytes.ts'
import { installBridge } from './bridge-script.ts'
import { browserOptions, browserPath } from './browser-options.ts'
import { createFolderDialogs } from './export-folder.ts'
import { listenForKnock } from './knock.ts'
import { vaultOrigin } from './origin.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import { lockProfile } from './profile-lock.ts'
import { serveFiles } from './routes.ts'
import type { RefusedRequest } from './routes.ts'
import { createSystemClipboard } from './system-clipboard.ts'
import { createWindow, hostEvent } from './window.ts'
import type { VaultWindow, WindowEnd } from './window.ts'

export interface ChromiumHostOptions {
  /** Folder of the browser profile, which holds the vault; made private to the user. */
  readonly profileDir: string
  /** Folder into which documents are saved. */
  readonly exportsDir: string
  readonly headless?: boolean
  /** Shows the page of tests and scenarios (`out/harness`) in place of the product (`out/renderer`). */
  readonly harness?: boolean
  /** Lets the clocks of the host and of the page (not of its workers) start at this instant, in ISO 8601. */
  readonly clock?: string
  readonly executablePath?: string
  readonly view?: ViewOptions
  /** In place of the clipboard of this computer; a headless page has none unless it is given. */
  readonly clipboard?: ClipboardPort
}

/** How a headless page looks; a real window follows the system. */
export interface ViewOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  readonly timezoneId?: string
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

export interface ChromiumHost {
  readonly page: Page
  readonly context: BrowserContext
  /** Every request that was not for a file of the build, as it happens. A correct page makes none. */
  readonly refusedRequests: readonly RefusedRequest[]
  /** Settles when the window is gone, and tells whether the program shall start it anew. */
  readonly closed: Promise<WindowEnd>
  readonly window: LockableWindow
  close(): Promise<void>
}

/** Opens the built page in an app window of an installed Chrome, Chromium or Edge, and answers its calls. */
export async function startChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  makePrivateFolder(options.profileDir)
  const unlock = lockProfile(options.profileDir)
  try {
    // Nobody has the profile open now, and nobody will until this is done.
    const storage = await prepareStorage(options.profileDir)
    const executable = browserPath(options.executablePath)
    const context = await launch(options, executable)
    return await open({ ...options, storage }, context, executable, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

interface Started extends ChromiumHostOptions {
  readonly storage: StoragePort
}

async function prepareStorage(profileDir: string): Promise<StoragePort> {
  const place = {
    dataFolder: profileDir,
    profile: join(profileDir, 'Default'),
    vaultFolder: vaultFolderBeside(profileDir),
  }
  return { place, lastTry: await setAsideIfWished(place) }
}

async function open(
  options: Started,
  context: BrowserContext,
  executable: string | undefined,
  unlock: () => void,
): Promise<ChromiumHost> {
  const clock = clockFrom(options.clock)
  const log = createLog(createRingFile(join(options.profileDir, 'logs')), () => clock.now())
  const refusedRequests: RefusedRequest[] = []
  const window = createWindow(context, context.pages()[0] ?? (await context.newPage()))
  const guard = createGuardPorts(options.profileDir, clipboardFor(options), clock, log)
  const windows = lockInOrder(window, lockStepsOf(guard))
  // A page that was loaded anew knows no key.
  window.page.on('domcontentloaded', () => guard.lockState.set(false))
  const stopWatching = watchForTrouble(options.profileDir, window, windows)
  const closed = new Promise<WindowEnd>((resolve) => {
    context.once('close', () => {
      stopWatching()
      unlock()
      const rest = [guard.clipboard.clear(), guard.work.end(), window.gone()]
      void Promise.allSettled(rest).then(() => resolve(window.end))
    })
  })
  // Granting nothing refuses all else: the page is not even asked about, and nobody can say yes by mistake.
  await context.grantPermissions([], { origin: vaultOrigin })
  if (options.clock !== undefined) await context.clock.install({ time: options.clock })
  await serveFiles(context, loadRendererFiles(pageFolder(options), vaultOrigin), refusedRequests)
  await connect(
    context,
    window,
    createDispatch(options, windows, guard, executable, context.browser()?.version(), clock, log),
  )
  await window.open()
  log.info('host-started', { host: 'chromium', platform: platform() })
  return { page: window.page, context, refusedRequests, closed, window: windows, close: () => window.close() }
}

/** Locks when the computer slept, and when the program is started a second time. */
function watchForTrouble(profileDir: string, window: VaultWindow, windows: LockableWindow): () => void {
  const power = watchForSleep()
  lockWhenAway(windows, power)
  const stopListening = listenForKnock(profileDir, () => {
    window.page.bringToFront().catch(() => undefined)
    requestLock(windows, 'opened-again')
  })
  return () => {
    power.stop()
    stopListening()
  }
}

function clipboardFor({ headless = false, clipboard }: ChromiumHostOptions): ClipboardPort {
  if (clipboard) return clipboard
  // A page without a window has no business in the clipboard of whoever runs it.
  return createSystemClipboard(headless ? 'aix' : platform())
}

async function launch(options: ChromiumHostOptions, executable: string | undefined): Promise<BrowserContext> {
  const { width = 1280, height = 800, ...look } = options.view ?? {}
  const headless = options.headless ?? false
  const args = headless
    ? []
    : ['--app=data:text/html,<title>Evenhand</title>', `--window-size=${String(width)},${String(height)}`]
  return chromium.launchPersistentContext(options.profileDir, {
    ...browserOptions(executable, args),
    ...look,
    headless,
    viewport: headless ? { width, height } : null,
    acceptDownloads: false,
    serviceWorkers: 'block',
  })
}

async function connect(context: BrowserContext, window: VaultWindow, dispatch: Dispatch): Promise<void> {
  const binding = '__evenhandCall'
  await context.exposeBinding(binding, async ({ page, frame }, method: unknown, packed: unknown) => {
    const sender = {
      isMainFrame: frame === page.mainFrame(),
      isCurrentWindow: page === window.page,
      origin: originOf(frame.url()),
    }
    return packMessage(await dispatch(sender, method, unpackMessage(packed)))
  })
  const settings = JSON.stringify({ origin: vaultOrigin, binding, hostEvent, removedNames })
  await context.addInitScript(`(${String(installBridge)})(${settings}, (${String(createPageCodec)})())`)
}

function createDispatch(
  options: Started,
  windows: Windows,
  guard: GuardPorts,
  executable: string | undefined,
  engine: string | undefined,
  clock: Clock,
  log: Log,
): Dispatch {
  const dialogs = createFolderDialogs(options.exportsDir)
  const ports: HostPorts = {
    ...guard,
    info: describeHost('chromium', platform(), options.exportsDir, options.profileDir),
    dialogs,
    backups: createBackupService({
      dataFolder: options.profileDir,
      chooseFolder: dialogs.chooseBackupFolder,
      now: clock.now,
    }),
    attachments: createAttachmentStore(vaultFolderBeside(options.profileDir)),
    printer: createPdfPrinter(executable),
    windows,
    clock,
    storage: options.storage,
    vault: { folder: vaultFolderBeside(options.profileDir), writer: describeWriter(engine) },
  }
  const handlers = createHandlers(ports, renderDocument, log)
  return createDispatcher({ origin: vaultOrigin, handlers, log, isUnlocked: guard.lockState.isUnlocked })
}

function pageFolder({ harness = false }: ChromiumHostOptions): string {
  return join(findAppRoot(import.meta.dirname), 'out', harness ? 'harness' : 'renderer')
}

function clockFrom(start: string | undefined): Clock {
  if (start === undefined) return systemClock
  const offsetMs = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + offsetMs).toISOString() }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : ''
}
