import type { BrowserContext, Page } from 'playwright-core'
import type { EventName, EventPayload } from '#shared/contract/events.ts'
import type { LockableWindow } from '../../lock-when-away.ts'
import type { Windows } from '../../ports.ts'
import { blankOrigin, vaultOrigin } from './origin.ts'

export const hostEvent = 'evenhand-host-event'
const CLOSE_TIMEOUT_MS = 5_000

/** `restart`: the program starts the browser anew. */
export type WindowEnd = 'closed' | 'restart'

/** The one window of the vault: opens, locks, closes, and hears what the host has to tell. */
export interface VaultWindow extends Windows, LockableWindow {
  readonly page: Page
  /** How the window ended, or is ending. */
  readonly end: WindowEnd
  open(): Promise<void>
  /** Settles when the browser that was told to go has let go of its profile. */
  gone(): Promise<void>
  tell<E extends EventName>(event: E, payload: EventPayload<E>): void
}

interface WindowState {
  /** The page goes because it was told to: no question, no way back. */
  leaving: boolean
  generation: number
  end: WindowEnd
  going?: Promise<void>
  /** Runs while nobody knows whether the page has heard that the window shall close. */
  silence?: NodeJS.Timeout
}

export function createWindow(context: BrowserContext, page: Page): VaultWindow {
  const state: WindowState = { leaving: false, generation: 0, end: 'closed' }
  const window: VaultWindow = {
    page,
    get generation() {
      return state.generation
    },
    get end() {
      return state.end
    },
    open: () => goTo(page, vaultOrigin),
    lock: () => renewPage(page, state),
    stay: async () => clearTimeout(state.silence),
    close: () => leave(context, state, 'closed'),
    restart: () => leave(context, state, 'restart'),
    gone: async () => state.going,
    tell: (event, payload) => void dispatchInPage(page, event, payload).catch(() => undefined),
  }
  keepAlone(context, page)
  answerDialogs(window, state)
  return window
}

async function leave(context: BrowserContext, state: WindowState, end: WindowEnd): Promise<void> {
  state.leaving = true
  if (!state.going) state.end = end
  state.going ??= context.close()
  await state.going
}

// Another site means another process: the one that held the vault in memory ends before the fresh page starts.
async function renewPage(page: Page, state: WindowState): Promise<void> {
  if (state.leaving) return
  state.leaving = true
  state.generation += 1
  clearTimeout(state.silence)
  try {
    await goTo(page, blankOrigin)
    await clearCache(page)
    await goTo(page, vaultOrigin)
  } finally {
    state.leaving = false
  }
}

async function goTo(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`, { waitUntil: 'load' })
}

async function clearCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await session.detach()
}

// One window, always on the vault: other windows close at once, and a page led elsewhere comes back.
function keepAlone(context: BrowserContext, page: Page): void {
  context.on('page', (other) => {
    if (other !== page) other.close().catch(() => undefined)
  })
  // On macOS, and without a display, the browser would live on without a window.
  page.once('close', () => void context.close().catch(() => undefined))
  // A page whose process ended shows nothing that could be used; the program ends with it and can be opened again.
  page.once('crash', () => void context.close().catch(() => undefined))
  page.on('framenavigated', (frame) => {
    const allowed = [vaultOrigin, blankOrigin].some((origin) => frame.url().startsWith(`${origin}/`))
    if (frame === page.mainFrame() && !allowed) goTo(page, vaultOrigin).catch(() => undefined)
  })
}

function answerDialogs(window: VaultWindow, state: WindowState): void {
  window.page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload' || state.leaving) {
      const answered = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
      answered.catch(() => undefined)
      return
    }
    dialog.dismiss().then(
      () => askToClose(window, state),
      () => undefined,
    )
  })
}

// The page has unsaved words: it saves them, or asks where they cannot be saved. A page that says nothing within five
// seconds hangs; a browser window has no other place to ask, so that one closes.
function askToClose(window: VaultWindow, state: WindowState): void {
  window.tell('close-requested', {})
  clearTimeout(state.silence)
  state.silence = setTimeout(() => void window.close().catch(() => undefined), CLOSE_TIMEOUT_MS)
  state.silence.unref()
}

interface EventGlobals {
  readonly CustomEvent: new (type: string, init: { readonly detail: unknown }) => unknown
  dispatchEvent(event: unknown): void
}

async function dispatchInPage(page: Page, event: EventName, payload: unknown): Promise<void> {
  await page.evaluate(
    ({ type, detail }) => {
      const target = globalThis as unknown as EventGlobals
      target.dispatchEvent(new target.CustomEvent(type, { detail }))
    },
    { type: hostEvent, detail: { event, payload } },
  )
}
