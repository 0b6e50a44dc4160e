import { beforeAll, describe, expect, it, vi } from 'vitest'
import { guardAllContents } from '#electron/hosts/electron/contents.ts'
import { FakeContents, app } from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

beforeAll(() => guardAllContents(false))

function someContents(): FakeContents {
  const contents = new FakeContents()
  app.emit('web-contents-created', {}, contents)
  return contents
}

describe('guardAllContents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'prevents %s always',
    (name) => {
      const event = { preventDefault: vi.fn() }
      someContents().emit(name, event, 'app://vault/')
      expect(event.preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('opens no window', () => {
    expect(someContents().openHandler?.()).toEqual({ action: 'deny' })
  })

  it('chooses no Bluetooth device', () => {
    const answer = vi.fn()
    someContents().emit('select-bluetooth-device', { preventDefault: vi.fn() }, [], answer)
    expect(answer).toHaveBeenCalledWith('')
  })

  it('trusts no certificate that Chromium does not', () => {
    const event = { preventDefault: vi.fn() }
    const answer = vi.fn()
    app.emit('certificate-error', event, {}, 'https://x', 'error', {}, answer)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(answer).toHaveBeenCalledWith(false)
  })

  it('closes developer tools that open in the packaged program', () => {
    const contents = someContents()
    contents.emit('devtools-opened')
    expect(contents.closeDevTools).toHaveBeenCalledOnce()
  })

  it('keeps WebRTC from telling addresses', () => {
    expect(someContents().setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  })
})
