import { beforeAll, describe, expect, it, vi } from 'vitest'
import { contextBridge, ipcRenderer } from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

interface Exposed {
  call(method: string, request: unknown): Promise<unknown>
  on(event: string, listener: (payload: unknown) => void): () => void
}

const exposures: unknown[][] = []
const scripts: unknown[] = []

beforeAll(async () => {
  await import('#electron/preload.ts')
  exposures.push(...contextBridge.exposeInMainWorld.mock.calls)
  scripts.push(...contextBridge.executeInMainWorld.mock.calls.flat())
})

// The preload exposes one object, once.
const exposed = () => exposures[0]?.[1] as Exposed

describe('the preload', () => {
  it('puts one frozen object with two functions on the page, and nothing else', () => {
    expect(exposures.map(([name]) => name)).toEqual(['evenhand'])
    expect(Object.keys(exposed())).toEqual(['call', 'on'])
    expect(Object.isFrozen(exposed())).toBe(true)
    expect(exposed().call).toHaveLength(2)
    expect(exposed().on).toHaveLength(2)
  })

  it('calls on the one channel', async () => {
    ipcRenderer.invoke.mockResolvedValueOnce({ ok: true, value: 1 })
    expect(await exposed().call('app.info', {})).toEqual({ ok: true, value: 1 })
    expect(ipcRenderer.invoke).toHaveBeenCalledWith('evenhand:call', 'app.info', {})
  })

  it('hands on the payload and never Electron’s event, until told to stop', () => {
    const listener = vi.fn()
    const stop = exposed().on('lock-requested', listener)
    ipcRenderer.emit('evenhand:event', { sender: 'secret' }, 'lock-requested', { reason: 'suspend' })
    ipcRenderer.emit('evenhand:event', {}, 'close-requested', {})
    stop()
    ipcRenderer.emit('evenhand:event', {}, 'lock-requested', { reason: 'suspend' })
    expect(listener.mock.calls).toEqual([[{ reason: 'suspend' }]])
  })

  it('takes the direct ways to the network from the page’s own world', () => {
    const [script] = scripts as [{ func: (names: string[]) => void; args: [string[]] }]
    expect(script.args[0]).toEqual(
      expect.arrayContaining([
        'RTCPeerConnection',
        'webkitRTCPeerConnection',
        'RTCDataChannel',
        'WebTransport',
      ]),
    )
    Object.assign(globalThis, { DoorOfTheTest: 1 })
    script.func(['DoorOfTheTest'])
    expect('DoorOfTheTest' in globalThis).toBe(false)
  })
})
