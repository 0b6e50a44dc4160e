import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from 'electron'
import { VaultWindow } from '#electron/hosts/electron/vault-window.ts'
import { printWindowOptions, vaultWindowOptions } from '#electron/hosts/electron/window-options.ts'
import { createCrashGuard } from '#electron/crash-guard.ts'
import { FakeSession, FakeWindow, app, dialog } from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

const sealed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  disableDialogs: true,
  webgl: false,
  autoplayPolicy: 'user-gesture-required',
  enableWebSQL: false,
  v8CacheOptions: 'none',
}

beforeEach(() => {
  FakeWindow.made.length = 0
  app.removeAllListeners()
  app.quit.mockClear()
  app.exit.mockClear()
  app.relaunch.mockClear()
  dialog.showMessageBox.mockClear()
  dialog.showErrorBox.mockClear()
})

async function anOpenWindow() {
  const fake = new FakeSession('persist:vault')
  const crashes: string[] = []
  let freshPages = 0
  const window = new VaultWindow({
    preload: '/preload.cjs',
    devTools: false,
    session: fake as unknown as Session,
    crashes: createCrashGuard(),
    onCrash: (reason) => crashes.push(reason),
    onFreshPage: () => void (freshPages += 1),
    beforeQuit: async () => undefined,
  })
  await window.open()
  const [first] = FakeWindow.made
  if (!first) throw new Error('No window was made')
  return { window, first, fake, crashes, freshPages: () => freshPages }
}

describe('the vault’s window', () => {
  it('says so whenever a page was loaded anew, also without a lock', async () => {
    const { first, freshPages } = await anOpenWindow()
    first.webContents.emit('dom-ready')
    first.webContents.emit('dom-ready')
    expect(freshPages()).toBe(2)
  })

  it('is made with every setting sealed, in the partition that is fixed for ever', async () => {
    const { first } = await anOpenWindow()
    expect(first.options.webPreferences).toEqual({
      ...sealed,
      preload: '/preload.cjs',
      devTools: false,
      partition: 'persist:vault',
    })
    expect(first.loaded).toEqual(['app://vault/'])
    expect(first.contentProtection).toBe(true)
  })

  it('is destroyed by a restart, which starts the program again and does not count as its end', async () => {
    const { window, first } = await anOpenWindow()
    await window.restart()
    expect(first.isGone).toBe(true)
    expect(app.quit).not.toHaveBeenCalled()
    expect(app.relaunch).toHaveBeenCalledExactlyOnceWith({ args: process.argv.slice(1) })
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(0)
    expect(app.relaunch.mock.invocationCallOrder[0]).toBeLessThan(app.exit.mock.invocationCallOrder[0] ?? 0)
  })

  it('says “Evenhand” and nothing else in its title', async () => {
    const { first } = await anOpenWindow()
    const event = { preventDefault: vi.fn() }
    first.emit('page-title-updated', event, 'Castellane v. Veshti')
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(first.options['title']).toBe('Evenhand')
  })

  it('is destroyed by locking before a fresh one opens in its place, and the program does not quit between', async () => {
    const { window, first, fake } = await anOpenWindow()
    await window.lock()
    const second = FakeWindow.made[1]
    expect(first.isGone).toBe(true)
    expect(second?.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 })
    expect(second?.loaded).toEqual(['app://vault/'])
    expect(fake.clearCache).toHaveBeenCalledOnce()
    expect(window.generation).toBe(2)
    expect(window.isShownIn(first.webContents.id)).toBe(false)
    expect(app.quit).not.toHaveBeenCalled()
  })

  it('locks once when asked twice at the same time', async () => {
    const { window } = await anOpenWindow()
    await Promise.all([window.lock(), window.lock()])
    expect(FakeWindow.made).toHaveLength(2)
  })

  it('asks the page before it closes, and closes when the page says so', async () => {
    const { window, first } = await anOpenWindow()
    const event = { preventDefault: vi.fn() }
    first.emit('close', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(first.webContents.sent).toEqual([['evenhand:event', 'close-requested', {}]])
    await window.close()
    expect(first.isGone).toBe(true)
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
  })

  it('asks in the place of a page that says nothing for five seconds, and closes only when told to', async () => {
    vi.useFakeTimers()
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 })
    const { first } = await anOpenWindow()
    first.emit('close', { preventDefault: vi.fn() })
    await vi.advanceTimersByTimeAsync(4_999)
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(2)
    expect(dialog.showMessageBox).toHaveBeenCalledOnce()
    expect(first.isGone).toBe(true)
    vi.useRealTimers()
  })

  it('stays open when the person waits, and when the page answers for itself', async () => {
    vi.useFakeTimers()
    const { window, first } = await anOpenWindow()
    first.emit('close', { preventDefault: vi.fn() })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(first.isGone).toBe(false)
    dialog.showMessageBox.mockClear()
    first.emit('close', { preventDefault: vi.fn() })
    await window.stay()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
    expect(first.isGone).toBe(false)
    vi.useRealTimers()
  })

  it('shows a fresh page when the process of the old one ended by itself, three times at most', async () => {
    const { first, crashes } = await anOpenWindow()
    const crash = async (count: number) => {
      FakeWindow.made.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
      await vi.waitFor(() => expect(FakeWindow.made).toHaveLength(count))
      await vi.waitFor(() => expect(FakeWindow.made.at(-1)?.loaded).toEqual(['app://vault/']))
      await Promise.resolve()
    }
    for (const count of [2, 3, 4]) await crash(count)
    expect(first.isGone).toBe(true)
    FakeWindow.made.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(dialog.showErrorBox).toHaveBeenCalledOnce()
    expect(app.exit).toHaveBeenCalledWith(1)
    expect(crashes).toEqual(['oom', 'oom', 'oom', 'crashed'])
  })
})

describe('window options', () => {
  it('allow developer tools only where asked', () => {
    expect(vaultWindowOptions('/p', true).webPreferences).toMatchObject({ devTools: true })
  })

  it('give the printing window neither scripts nor preload, and the same seals', () => {
    const { webPreferences, show } = printWindowOptions('print-1')
    expect(show).toBe(false)
    expect(webPreferences).toEqual({ ...sealed, devTools: false, javascript: false, partition: 'print-1' })
    expect(webPreferences).not.toHaveProperty('preload')
  })
})
