import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import type { Mock } from 'vitest'

type AnyFunction = (...args: never[]) => unknown

/** What the fake remembers of one window, as the program made and used it. */
export class FakeWindow extends EventEmitter {
  static readonly made: FakeWindow[] = []
  readonly options: Record<string, unknown> & { readonly webPreferences: Record<string, unknown> }
  readonly webContents: FakeContents
  readonly loaded: string[] = []
  isGone = false
  contentProtection = false

  constructor(options: FakeWindow['options']) {
    super()
    this.options = options
    this.webContents = new FakeContents()
    FakeWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  setContentProtection = (on: boolean) => void (this.contentProtection = on)
  getBounds = () => ({ x: 10, y: 20, width: 900, height: 700 })
  isDestroyed = () => this.isGone
  isMinimized = () => false
  show = spy()
  focus = spy()
  restore = spy()
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }
  destroy(): void {
    this.isGone = true
    if (FakeWindow.made.every((window) => window.isGone)) app.emit('window-all-closed')
  }
}

/** Contents of a window: events, and what was sent to the page. */
export class FakeContents extends EventEmitter {
  static count = 0
  readonly id = (FakeContents.count += 1)
  readonly mainFrame = { origin: 'app://vault', detached: false }
  readonly sent: unknown[][] = []
  openHandler: (() => unknown) | undefined
  send = (...message: unknown[]) => void this.sent.push(message)
  setWindowOpenHandler = (handler: () => unknown) => void (this.openHandler = handler)
  setWebRTCIPHandlingPolicy = spy()
  closeDevTools = spy()
  printToPDF = spy(async (_options: unknown) => Buffer.from('%PDF-1.7'))
}

/** A session that keeps the handlers it was given. */
export class FakeSession extends EventEmitter {
  readonly partition: string
  constructor(partition: string) {
    super()
    this.partition = partition
  }
  setPermissionRequestHandler = spy()
  setPermissionCheckHandler = spy()
  setDevicePermissionHandler = spy()
  setDisplayMediaRequestHandler = spy()
  setSpellCheckerEnabled = spy()
  setSpellCheckerLanguages = spy()
  setSpellCheckerDictionaryDownloadURL = spy()
  webRequest = { onBeforeRequest: spy() }
  protocol = { handle: spy(), unhandle: spy() }
  clearCache = spy(async () => undefined)
  clearCodeCaches = spy(async () => undefined)
  closeAllConnections = spy(async () => undefined)
}

class FakeApp extends EventEmitter {
  isPackaged = false
  enableSandbox = spy()
  commandLine = { appendSwitch: spy() }
  configureHostResolver = spy()
  clearRecentDocuments = spy()
  quit = spy()
  exit = spy()
  relaunch = spy()
  getPath = spy(() => '/home/rowan/Documents')
  setPath = spy()
  setAppLogsPath = spy()
  requestSingleInstanceLock = spy(() => true)
  whenReady = spy(async () => undefined)
}

export const app = new FakeApp()
const sessions = new Map<string, FakeSession>()
export const session = {
  fromPartition(partition: string): FakeSession {
    const known = sessions.get(partition)
    if (known) return known
    const made = new FakeSession(partition)
    sessions.set(partition, made)
    app.emit('session-created', made)
    return made
  },
}

/** The clipboard of the system, as far as the program uses it. */
export const clipboard = {
  items: [] as readonly ClipboardItem[],
  async write(items: readonly ClipboardItem[]): Promise<void> {
    clipboard.items = items
  },
  async readText(): Promise<string> {
    return String(clipboard.items[0]?.formats['text/plain'] ?? '')
  },
  clear(): void {
    clipboard.items = []
  },
}

/** One entry of the clipboard, with its formats. */
export class ClipboardItem {
  readonly formats: Readonly<Record<string, unknown>>
  constructor(formats: Readonly<Record<string, unknown>>) {
    this.formats = formats
  }
}

export const BrowserWindow = FakeWindow
export const protocol = { registerSchemesAsPrivileged: spy() }
export const ipcMain = { handle: spy() }
export const powerMonitor = new EventEmitter()
export const dialog = {
  showSaveDialog: spy(),
  showErrorBox: spy(),
  showMessageBox: spy(async () => ({ response: 0 })),
}
export const Menu = { setApplicationMenu: spy(), buildFromTemplate: spy((template: unknown) => template) }
export const contextBridge = { exposeInMainWorld: spy(), executeInMainWorld: spy() }
export const ipcRenderer = Object.assign(new EventEmitter(), { invoke: spy() })

function spy(answer: AnyFunction = () => undefined): Mock {
  return vi.fn(answer)
}
