import { BrowserWindow, app } from 'electron'
import type { Rectangle, Session } from 'electron'
import { eventChannel } from '#shared/contract/channels.ts'
import type { EventName, EventPayload } from '#shared/contract/events.ts'
import type { LockableWindow } from '../../lock-when-away.ts'
import type { Windows } from '../../ports.ts'
import { vaultOrigin } from './origin.ts'
import { clearTraces } from './session.ts'
import { vaultWindowOptions } from './window-options.ts'

const CLOSE_TIMEOUT_MS = 5_000

interface VaultWindowSettings {
  readonly preload: string
  readonly devTools: boolean
  readonly session: Session
}

/** The one window of the vault. Locking destroys it, and with it the process that knew the vault, and shows a fresh one. */
export class VaultWindow implements Windows, LockableWindow {
  readonly #settings: VaultWindowSettings
  #window: BrowserWindow | undefined
  #generation = 0
  #renewing = false

  constructor(settings: VaultWindowSettings) {
    this.#settings = settings
    app.on('window-all-closed', () => {
      if (!this.#renewing) app.quit()
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
    await window.loadURL(`${vaultOrigin}/`)
  }

  async lock(): Promise<void> {
    const old = this.#window
    if (!old || this.#renewing) return
    this.#renewing = true
    try {
      const bounds = old.getBounds()
      old.destroy()
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

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.focus()
  }

  tell<E extends EventName>(event: E, payload: EventPayload<E>): void {
    this.#window?.webContents.send(eventChannel, event, payload)
  }

  // The page gets the chance to save its drafts and then calls `window.close`; one that hangs cannot keep the window open.
  #askBeforeClose(window: BrowserWindow, event: { preventDefault(): void }): void {
    event.preventDefault()
    this.tell('close-requested', {})
    setTimeout(() => {
      if (!window.isDestroyed()) window.destroy()
    }, CLOSE_TIMEOUT_MS)
  }
}
