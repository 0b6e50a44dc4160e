import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '#renderer/host/bridge.ts'

const root = join(import.meta.dirname, '../../../../..')
const profileDir = mkdtempSync(join(tmpdir(), 'evenhand-electron-'))
let program: ElectronApplication
let page: Page

beforeAll(async () => {
  const isRoot = process.getuid?.() === 0
  const args = [root, ...(isRoot ? ['--no-sandbox'] : []), `--profile=${profileDir}`]
  program = await _electron.launch({ executablePath: process.env['EVENHAND_ELECTRON'] ?? '', args })
  page = await program.firstWindow()
  await page.waitForLoadState()
})

afterAll(async () => {
  await program.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
  for (const path of [profileDir, `${profileDir}-vault`]) rmSync(path, { recursive: true, force: true })
})

describe('the page in the Electron host', () => {
  it('is a secure context on the fixed origin, with the bridge and without Node or direct doors', async () => {
    const seen = await page.evaluate(() => ({
      origin: location.origin,
      isSecure: isSecureContext,
      bridge: Object.keys(window.evenhand ?? {}),
      doors: ['RTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'require', 'process', 'module'].filter(
        (name) => name in window,
      ),
    }))
    expect(seen).toEqual({ origin: 'app://vault', isSecure: true, bridge: ['call', 'on'], doors: [] })
  })

  it('answers calls', async () => {
    const answer = await page.evaluate(() => window.evenhand?.call('app.info', {}))
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron', exportFolder: null } })
  })

  it('keeps its data in the folder that was named', async () => {
    expect(await program.evaluate(({ app }) => app.getPath('userData'))).toBe(profileDir)
  })

  it('cannot fetch, open windows or leave', async () => {
    await expect(page.evaluate(() => fetch('https://example.com/'))).rejects.toThrow()
    await page.evaluate(() => void window.open('https://example.com/'))
    await page.evaluate(() => void (location.href = 'https://example.com/'))
    expect(await page.evaluate(() => location.origin)).toBe('app://vault')
    expect(program.windows()).toHaveLength(1)
  })

  it('gets a fresh page in another process when it locks', async () => {
    const fresh = program.waitForEvent('window')
    await page.evaluate(() => void window.evenhand?.call('window.lock', {}))
    page = await fresh
    await page.waitForLoadState()
    expect(await page.evaluate(() => window.evenhand?.call('app.info', {}))).toMatchObject({ ok: true })
  })
})
