import { BrowserWindow, app, dialog } from 'electron'
import type { Rectangle, Session } from 'electron'
import { eventChannel } from '#shared/contract/channels.ts'
import type { EventName, EventPayload } from '#shared/contract/events.ts'
import type { CrashGuard } from '../../crash-guard.ts'
import type { LockableWindow } from '../../lock-when-away.ts'
import type { Windows } from '../../ports.ts'
import { vaultOrigin } from './origin.ts'
import { relaunchOptions } from './relaunch.ts'
import { clearTraces } from './session.ts'
import { vaultWindowOptions } from './window-options.ts'

const CLOSE_TIMEOUT_MS = 5_000

interface VaultWindowSettings {
  readonly preload: string
  readonly devTools: boolean
  readonly session: Session
  readonly crashes: CrashGuard
  /** A code for the log: why the page's process ended by itself. */
  readonly onCrash: (reason: string) => void
  /** Runs whenever a page was loaded anew, and so knows no key. */
  readonly onFreshPage: () => void
  /** Runs when the last window is gone, before the program quits. */
  readonly beforeQuit: () => Promise<void>
}

/** The one window of the vault. Locking destroys it, and with it the process that knew the vault, and shows a fresh one. */
export class VaultWindow implements Windows, LockableWindow {
  readonly #settings: VaultWindowSettings
  #window: BrowserWindow | undefined
  #generation = 0
  #renewing = false
  #silence: NodeJS.Timeout | undefined

  constructor(settings: VaultWindowSettings) {
    this.#settings = settings
    app.on('window-all-closed', () => {
      if (!this.#renewing) void settings.beforeQuit().finally(() => app.quit())
    })
  }

  get generation(): number {
    return this.#generation
  }

  get browserWindow(): BrowserWindow | undefined {
    return this.#window
  }

  isShownIn(contentsId: number): boolean {
    return this.#window?.webContents.id === contentsId
  }

  async open(bounds?: Rectangle): Promise<void> {
    const { preload, devTools } = this.#settings
    const window = new BrowserWindow(vaultWindowOptions(preload, devTools, bounds))
    this.#window = window
    this.#generation += 1
    window.setContentProtection(true)
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('close', (event) => this.#askBeforeClose(window, event))
    window.once('ready-to-show', () => window.show())
    window.webContents.on('dom-ready', this.#settings.onFreshPage)
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#revive(window, reason))
    await window.loadURL(`${vaultOrigin}/`)
  }

  async lock(): Promise<void> {
    const old = this.#window
    if (!old || this.#renewing) return
    this.#renewing = true
    clearTimeout(this.#silence)
    try {
      const bounds = old.isDestroyed() ? undefined : old.getBounds()
      if (!old.isDestroyed()) old.destroy()
      app.clearRecentDocuments()
      await clearTraces(this.#settings.session)
      await this.open(bounds)
    } finally {
      this.#renewing = false
    }
  }

  async close(): Promise<void> {
    this.#window?.destroy()
  }

  async restart(): Promise<void> {
    // The last window goes, and the program must not take that for its end.
    this.#renewing = true
    clearTimeout(this.#silence)
    this.#window?.destroy()
    app.relaunch(relaunchOptions(process.env, process.argv))
    app.exit(0)
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }

  tell<E extends EventName>(event: E, payload: EventPayload<E>): void {
    this.#window?.webContents.send(eventChannel, event, payload)
  }

  /** The page has heard that the window shall close, and answers for itself from now on. */
  async stay(): Promise<void> {
    clearTimeout(this.#silence)
  }

  // The page gets the chance to save its drafts and to ask where it cannot. Only one that says nothing is asked about here.
  #askBeforeClose(window: BrowserWindow, event: { preventDefault(): void }): void {
    event.preventDefault()
    this.tell('close-requested', {})
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => void this.#askInItsPlace(window), CLOSE_TIMEOUT_MS)
  }

  async #askInItsPlace(window: BrowserWindow): Promise<void> {
    if (window.isDestroyed()) return
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Evenhand does not answer',
      detail: 'Words that you typed in the last seconds may not be saved. Everything before is.',
      buttons: ['Wait', 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1 && !window.isDestroyed()) window.destroy()
  }

  // The page's process ended by itself: its memory is gone, so a fresh, locked page is all there is to show.
  #revive(window: BrowserWindow, reason: string): void {
    if (window !== this.#window || this.#renewing || reason === 'clean-exit') return
    this.#settings.onCrash(reason)
    if (this.#settings.crashes.mayRestart()) {
      this.lock().catch(() => app.exit(1))
      return
    }
    dialog.showErrorBox(
      'Evenhand stopped',
      'It stopped several times in a row. What was shown as saved is saved. Restart the computer, then open Evenhand again.',
    )
    app.exit(1)
  }
}
