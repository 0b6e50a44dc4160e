import { afterEach, describe, expect, it, vi } from 'vitest'

interface Rules {
  createScriptURL(url: string): string
}

const made: unknown[][] = []

class FakeWorker {
  constructor(...args: unknown[]) {
    made.push(args)
  }
}

async function freshModule(createPolicy: (name: string, rules: Rules) => Rules) {
  vi.resetModules()
  made.length = 0
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('location', {
    origin: 'https://vault.evenhand.invalid',
    href: 'https://vault.evenhand.invalid/',
  })
  vi.stubGlobal('trustedTypes', { createPolicy })
  return import('#renderer/host/workers.ts')
}

afterEach(() => vi.unstubAllGlobals())

describe('startWorker', () => {
  it('starts a built worker as a module, and asks for its policy once', async () => {
    const createPolicy = vi.fn((_name: string, rules: Rules) => rules)
    const { startWorker } = await freshModule(createPolicy)
    startWorker('/assets/crypto-worker-a1.js', 'crypto')
    startWorker('./assets/kdf-worker-b2.js', 'kdf')
    expect(made).toEqual([
      ['https://vault.evenhand.invalid/assets/crypto-worker-a1.js', { type: 'module', name: 'crypto' }],
      ['https://vault.evenhand.invalid/assets/kdf-worker-b2.js', { type: 'module', name: 'kdf' }],
    ])
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['app-worker'])
  })

  it.each([
    'https://example.com/assets/x-worker.js',
    'blob:https://vault.evenhand.invalid/0a1b',
    'data:text/javascript,1',
    '/assets/index-a1.js',
    '/x-worker.js',
    '/assets/../x-worker.js',
    'app://other/assets/x-worker.js',
  ])('refuses %s', async (url) => {
    const { startWorker } = await freshModule((_name, rules) => rules)
    expect(() => startWorker(url, 'x')).toThrow(TypeError)
    expect(made).toEqual([])
  })
})
