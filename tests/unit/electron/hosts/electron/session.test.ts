import { describe, expect, it, vi } from 'vitest'
import type { Session } from 'electron'
import { clearTraces, hardenAllSessions, hardenSession } from '#electron/hosts/electron/session.ts'
import { FakeSession, session } from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
  'fileSystem',
  'a-permission-of-tomorrow',
]

function aHardSession(allowDevTools = false) {
  const fake = new FakeSession('persist:vault')
  // The fake has every member that the code under test uses.
  hardenSession(fake as unknown as Session, allowDevTools)
  return fake
}

function handlerOf(mock: ReturnType<typeof vi.fn>): (...args: unknown[]) => unknown {
  // Each of these setters gets exactly one handler, once.
  return mock.mock.calls[0]?.[0] as (...args: unknown[]) => unknown
}

function isCancelled(fake: FakeSession, url: string): unknown {
  let answer: { cancel?: boolean } = {}
  handlerOf(fake.webRequest.onBeforeRequest)({ url }, (given: typeof answer) => (answer = given))
  return answer.cancel
}

describe('hardenSession', () => {
  it.each(permissions)('denies the permission %s, asked or checked', (permission) => {
    const fake = aHardSession()
    const answers: unknown[] = []
    handlerOf(fake.setPermissionRequestHandler)({}, permission, (given: unknown) => answers.push(given))
    expect(answers).toEqual([false])
    expect(handlerOf(fake.setPermissionCheckHandler)({}, permission)).toBe(false)
  })

  it('gives no device and no screen', () => {
    const fake = aHardSession()
    expect(handlerOf(fake.setDevicePermissionHandler)({})).toBe(false)
    expect(fake.setDisplayMediaRequestHandler).toHaveBeenCalledWith(null)
  })

  it.each(['select-hid-device', 'select-serial-port', 'select-usb-device', 'will-download'])(
    'prevents %s',
    (name) => {
      const event = { preventDefault: vi.fn() }
      aHardSession().emit(name, event)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('has no spell checker that could fetch a dictionary', () => {
    const fake = aHardSession()
    expect(fake.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
    expect(fake.setSpellCheckerLanguages).toHaveBeenCalledWith([])
    expect(fake.setSpellCheckerDictionaryDownloadURL).toHaveBeenCalledWith('app://vault/no-dictionary/')
  })

  it.each(['app://vault/', 'app://vault/assets/index.js', 'blob:app://vault/0a1b'])(
    'lets %s through',
    (url) => {
      expect(isCancelled(aHardSession(), url)).toBe(false)
    },
  )

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'ws://example.com',
    'ftp://example.com',
    'app://vault.example/',
    'app://vaultx/',
    'app://other/',
    'blob:https://example.com/1',
    'devtools://devtools/x',
    'chrome://gpu',
    '',
  ])('cancels %s', (url) => {
    expect(isCancelled(aHardSession(), url)).toBe(true)
  })

  it('lets developer tools load only in a program that is not packaged', () => {
    expect(isCancelled(aHardSession(true), 'devtools://devtools/bundled/x.html')).toBe(false)
  })
})

describe('hardenAllSessions', () => {
  it('hardens a session that nobody thought of', () => {
    hardenAllSessions(false)
    // The fake has every member that the code under test uses.
    const stray = session.fromPartition('stray')
    expect(handlerOf(stray.setPermissionCheckHandler)({}, 'media')).toBe(false)
    expect(isCancelled(stray, 'https://example.com/')).toBe(true)
  })
})

describe('clearTraces', () => {
  it('drops caches and connections', async () => {
    const fake = new FakeSession('persist:vault')
    await clearTraces(fake as unknown as Session)
    expect(fake.clearCache).toHaveBeenCalledOnce()
    expect(fake.clearCodeCaches).toHaveBeenCalledOnce()
    expect(fake.closeAllConnections).toHaveBeenCalledOnce()
  })
})
