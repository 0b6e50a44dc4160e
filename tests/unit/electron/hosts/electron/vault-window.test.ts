import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from 'electron'
import { VaultWindow } from '#electron/hosts/electron/vault-window.ts'
import { printWindowOptions, vaultWindowOptions } from '#electron/hosts/electron/window-options.ts'
import { FakeSession, FakeWindow, app } from '#tests/support/host/fake-electron.ts'

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
})

async function anOpenWindow() {
  const fake = new FakeSession('persist:vault')
  const window = new VaultWindow({
    preload: '/preload.cjs',
    devTools: false,
    session: fake as unknown as Session,
  })
  await window.open()
  const [first] = FakeWindow.made
  if (!first) throw new Error('No window was made')
  return { window, first, fake }
}

describe('the vault’s window', () => {
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
    expect(app.quit).toHaveBeenCalledOnce()
  })

  it('closes without the page’s word after five seconds', async () => {
    vi.useFakeTimers()
    const { first } = await anOpenWindow()
    first.emit('close', { preventDefault: vi.fn() })
    vi.advanceTimersByTime(4_999)
    expect(first.isGone).toBe(false)
    vi.advanceTimersByTime(2)
    expect(first.isGone).toBe(true)
    vi.useRealTimers()
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
