import { describe, expect, it, vi } from 'vitest'
import { createHost } from '#renderer/host/host.ts'
import type { Bridge } from '#renderer/host/bridge.ts'

const info = { version: '0.1.0', host: 'electron', platform: 'linux', exportFolder: null }

function aBridge(answer: () => Promise<unknown>): Bridge & { tell(event: string, payload: unknown): void } {
  const listeners = new Map<string, (payload: unknown) => void>()
  return {
    call: answer,
    on: (event, listener) => {
      listeners.set(event, listener)
      return () => void listeners.delete(event)
    },
    tell: (event, payload) => listeners.get(event)?.(payload),
  }
}

describe('createHost', () => {
  it('gives the checked value of a good answer', async () => {
    const host = createHost(aBridge(async () => ({ ok: true, value: info })))
    expect(await host.call('app.info', {})).toEqual({ ok: true, value: info })
  })

  it.each([
    ['is no answer at all', 'yes'],
    ['lacks its value’s fields', { ok: true, value: { version: '0.1.0' } }],
    ['has a value of another kind', { ok: true, value: null }],
    ['has an error without a code', { ok: false, error: {} }],
  ])('answers bad-answer when the host’s answer %s', async (_name, answer) => {
    const host = createHost(aBridge(async () => answer))
    expect(await host.call('app.info', {})).toEqual({ ok: false, error: { code: 'bad-answer' } })
  })

  it('passes on the method’s own errors', async () => {
    const host = createHost(
      aBridge(async () => ({ ok: false, error: { code: 'internal', incidentId: 'i-1' } })),
    )
    expect(await host.call('app.info', {})).toEqual({
      ok: false,
      error: { code: 'internal', incidentId: 'i-1' },
    })
  })

  it('answers unavailable without a bridge, and when the bridge breaks', async () => {
    expect(await createHost(undefined).call('app.info', {})).toEqual({
      ok: false,
      error: { code: 'unavailable' },
    })
    const broken = createHost(aBridge(() => Promise.reject(new Error('gone'))))
    expect(await broken.call('app.info', {})).toEqual({ ok: false, error: { code: 'unavailable' } })
  })

  it('delivers events that keep the contract, until told to stop', () => {
    const bridge = aBridge(async () => undefined)
    const listener = vi.fn()
    const stop = createHost(bridge).on('lock-requested', listener)
    bridge.tell('lock-requested', { reason: 'suspend' })
    bridge.tell('lock-requested', { reason: 'nonsense' })
    stop()
    bridge.tell('lock-requested', { reason: 'suspend' })
    expect(listener.mock.calls).toEqual([[{ reason: 'suspend' }]])
  })

  it('listens to nothing without a bridge, and does not fail', () => {
    expect(() => createHost(undefined).on('lock-requested', () => undefined)()).not.toThrow()
  })
})
