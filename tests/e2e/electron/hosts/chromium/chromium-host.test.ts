import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type {} from '#renderer/host/bridge.ts'
import { openPermissions } from '#tests/security/browser/permissions.ts'
import { aSmallModel } from '#tests/support/host/model.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenhand-e2e-'))
const profileDir = join(folder, 'profile')
const exportsDir = join(folder, 'exports')
let host: ChromiumHost

beforeAll(async () => {
  host = await startChromiumHost({ profileDir, exportsDir, headless: true, harness: true })
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly ok: boolean
  readonly value?: unknown
  readonly error?: { readonly code: string }
}

function call(method: string, request: unknown): Promise<Answer> {
  return host.page.evaluate(
    // The bridge answers with the contract's shape; tests look into it without the page's own client.
    ([name, body]) => window.evenhand?.call(name, body) as Promise<Answer>,
    [method, request] as [string, unknown],
  )
}

describe('the page in the Chromium host', () => {
  it('is a secure context on the fixed origin, with the frozen bridge and no direct way to the network', async () => {
    const seen = await host.page.evaluate(() => ({
      origin: location.origin,
      isSecure: isSecureContext,
      bridge: Object.keys(window.evenhand ?? {}),
      isFrozen: Object.isFrozen(window.evenhand),
      doors: [
        'RTCPeerConnection',
        'webkitRTCPeerConnection',
        'RTCDataChannel',
        'WebTransport',
        'require',
        'process',
        '__evenhandCall',
      ].filter((name) => name in window),
    }))
    expect(seen).toEqual({
      origin: 'https://vault.evenhand.invalid',
      isSecure: true,
      bridge: ['call', 'on'],
      isFrozen: true,
      doors: [],
    })
  })

  it('cannot replace the bridge', async () => {
    const replaced = await host.page.evaluate(
      () => Reflect.set(window, 'evenhand', {}) || Reflect.deleteProperty(window, 'evenhand'),
    )
    expect(replaced).toBe(false)
  })

  it.each<[string, () => unknown]>([
    ['fetch of another place', () => fetch('https://example.com/')],
    ['fetch of its own files', () => fetch('/index.html')],
    [
      'a socket',
      () =>
        new Promise((open, fail) =>
          Object.assign(new WebSocket('wss://example.com'), { onopen: open, onerror: fail }),
        ),
    ],
    [
      'an event stream',
      () =>
        new Promise((open, fail) =>
          Object.assign(new EventSource('https://example.com'), { onopen: open, onerror: fail }),
        ),
    ],
    [
      'a picture',
      () =>
        new Promise((load, fail) =>
          Object.assign(new Image(), { onload: load, onerror: fail, src: 'https://example.com/x.png' }),
        ),
    ],
    ['HTML from text', () => Reflect.set(document.body, 'innerHTML', '<b>x</b>')],
    ['a script address', () => Reflect.set(document.createElement('script'), 'src', '/x.js')],
    ['a worker without the policy', () => new Worker('/x.js')],
    ['WebAssembly', () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))],
    [
      'a second policy',
      () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
        ).trustedTypes.createPolicy('other', {}),
    ],
    ['the microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['the place', () => new Promise((found, fail) => navigator.geolocation.getCurrentPosition(found, fail))],
    ['the clipboard', () => navigator.clipboard.readText()],
  ])('is refused %s', async (_name, attempt) => {
    await expect(host.page.evaluate(attempt)).rejects.toThrow()
  })

  it('has no permission, and nobody can be asked for one', async () => {
    expect(await openPermissions(host.page)).toEqual([])
  })

  it('is refused code from text', async () => {
    // In a timer: what a test evaluates directly may use eval, whatever the policy of the page says.
    const outcomes = await host.page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          setTimeout(() => {
            const names: string[] = []
            for (const attempt of [
              () => (0, eval)('1') as unknown,
              () => new Function('return 1')() as unknown,
            ]) {
              try {
                attempt()
                names.push('worked')
              } catch (error) {
                names.push(error instanceof Error ? error.name : 'other')
              }
            }
            resolve(names)
          }),
        ),
    )
    expect(outcomes).toEqual(['EvalError', 'EvalError'])
  })

  it('sends nothing through a beacon, a frame, a style or a prefetch', async () => {
    await host.page.evaluate(() => {
      navigator.sendBeacon('https://example.com/beacon', 'x')
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'https://example.com/frame' }),
      )
      document.body.style.backgroundImage = 'url(https://example.com/style.png)'
      for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'stylesheet', 'icon', 'manifest']) {
        document.head.append(
          Object.assign(document.createElement('link'), { rel, href: `https://example.com/${rel}` }),
        )
      }
    })
    await host.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))),
    )
    expect(host.refusedRequests).toEqual([])
  })

  it('opens no second window', async () => {
    await host.page.evaluate(() => void window.open('https://example.com/'))
    await expect.poll(() => host.context.pages().length).toBe(1)
    expect(host.page.url()).toMatch(/^https:\/\/vault\.evenhand\.invalid\//)
  })

  it('comes back when it is led elsewhere', async () => {
    await host.page.evaluate(() => void (location.href = 'about:blank'))
    await expect.poll(() => call('app.info', {}).catch(() => 'under way')).toMatchObject({ ok: true })
    expect(host.page.url()).toBe('https://vault.evenhand.invalid/')
  })

  it('stores nothing but the vault: no cookie, no cache, no service worker, no other storage', async () => {
    expect(await host.context.cookies()).toEqual([])
    const stored = await host.page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))
    expect(stored).toEqual({ local: 0, session: 0, cookie: '', caches: [], workers: 0 })
  })
})

describe('calls over the binding', () => {
  it('tells the page where it is', async () => {
    expect(await call('app.info', {})).toMatchObject({
      ok: true,
      value: { host: 'chromium', exportFolder: exportsDir },
    })
  })

  it.each([['constructor'], ['__proto__'], ['documents.delete']])('refuses the method %s', async (method) => {
    expect(await call(method, {})).toEqual({ ok: false, error: { code: 'unknown-method' } })
  })

  it('refuses a request that is too large', async () => {
    expect(await call('log.write', { level: 'info', code: 'x'.repeat(100_000) })).toEqual({
      ok: false,
      error: { code: 'too-large' },
    })
  })

  it('refuses what needs an unlocked vault until the page holds keys, and again after it was loaded anew', async () => {
    const request = { format: 'docx', model: aSmallModel(), suggestedName: 'Decision 1' }
    const locked = { ok: false, error: { code: 'locked' } }
    expect(await call('documents.export', request)).toEqual(locked)
    await call('vault.keys', { held: true })
    expect(await call('durable.snapshots', {})).toMatchObject({ ok: true })
    await host.page.reload()
    expect(await call('documents.export', request)).toEqual(locked)
    expect(existsSync(exportsDir)).toBe(false)
    await call('vault.keys', { held: true })
  })

  it('saves a Word file and then a second one beside it, private to the owner', async () => {
    const request = { format: 'docx', model: aSmallModel(), suggestedName: '../Decision 1' }
    const first = await call('documents.export', request)
    const second = await call('documents.export', request)
    expect([first, second]).toMatchObject([
      { value: { fileName: 'Decision 1.docx' } },
      { value: { fileName: 'Decision 1 (2).docx' } },
    ])
    expect(readdirSync(exportsDir).sort()).toEqual(['Decision 1 (2).docx', 'Decision 1.docx'])
    expect(readFileSync(join(exportsDir, 'Decision 1.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('prints a tagged PDF', async () => {
    const answer = await call('documents.export', {
      format: 'pdf',
      model: aSmallModel(),
      suggestedName: 'Decision 1',
    })
    expect(answer).toMatchObject({ ok: true, value: { fileName: 'Decision 1.pdf' } })
    const text = readFileSync(join(exportsDir, 'Decision 1.pdf')).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
  })

  it('says that the folder cannot be written when a file stands in its place', async () => {
    rmSync(exportsDir, { recursive: true })
    writeFileSync(exportsDir, '')
    const answer = await call('documents.export', {
      format: 'docx',
      model: aSmallModel(),
      suggestedName: 'Decision',
    })
    rmSync(exportsDir)
    expect(answer).toEqual({ ok: false, error: { code: 'not-writable' } })
  })

  it('hears what the host tells, and nothing after it stopped listening', async () => {
    const heard = host.page.evaluate(
      () => new Promise((resolve) => window.evenhand?.on('lock-requested', resolve)),
    )
    await host.page.evaluate(() => undefined)
    host.window.tell('lock-requested', { reason: 'suspend' })
    expect(await heard).toEqual({ reason: 'suspend' })
  })
})

describe('locking', () => {
  it('ends the process that held the page, and shows a fresh page with a working bridge', async () => {
    const before = await rendererOf(host)
    await host.page.evaluate(() => Object.assign(window, { secretOfTheTest: 1 }))
    await lockFromPage()
    expect(await rendererOf(host)).not.toBe(before)
    expect(await runningRenderers(host)).not.toContain(before)
    expect(await host.page.evaluate(() => 'secretOfTheTest' in window)).toBe(false)
    expect(await call('app.info', {})).toMatchObject({ ok: true })
    expect(await call('durable.snapshots', {})).toEqual({ ok: false, error: { code: 'locked' } })
  })
})

describe('the profile', () => {
  it('is private to the owner, and holds a log of codes only', () => {
    if (process.platform !== 'win32') expect(statSync(profileDir).mode & 0o777).toBe(0o700)
    const log = readFileSync(join(profileDir, 'logs', 'evenhand.log'), 'utf8')
    expect(log).toContain('"code":"host-started"')
    expect(log).not.toContain(folder)
    expect(log).not.toContain('Decision 1')
  })

  it('belongs to one program at a time', async () => {
    await expect(
      startChromiumHost({ profileDir, exportsDir, headless: true, harness: true }),
    ).rejects.toThrow('open with this data folder')
  })
})

async function lockFromPage(): Promise<void> {
  const left = host.page.waitForURL('https://blank.invalid/')
  await host.page.evaluate(() => void window.evenhand?.call('window.lock', {}))
  await left
  await host.page.waitForURL('https://vault.evenhand.invalid/')
}

interface ProcessInfo {
  readonly type: string
  readonly id: number
  readonly cpuTime: number
}

// The process that gets busy when the page does is the page's own.
async function rendererOf(chromium: ChromiumHost): Promise<number> {
  const before = new Map((await renderers(chromium)).map(({ id, cpuTime }) => [id, cpuTime]))
  await chromium.page.evaluate(() => {
    const end = performance.now() + 400
    while (performance.now() < end);
  })
  const work = (await renderers(chromium)).map(({ id, cpuTime }) => ({
    id,
    spent: cpuTime - (before.get(id) ?? 0),
  }))
  return work.toSorted((one, other) => other.spent - one.spent)[0]?.id ?? 0
}

async function runningRenderers(chromium: ChromiumHost): Promise<readonly number[]> {
  return (await renderers(chromium)).map(({ id }) => id)
}

async function renderers({ context }: ChromiumHost): Promise<readonly ProcessInfo[]> {
  const browser = context.browser()
  if (!browser) throw new Error('The context has no browser')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer')
}
