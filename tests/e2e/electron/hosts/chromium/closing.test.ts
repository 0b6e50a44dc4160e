import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type {} from '#renderer/host/bridge.ts'

let folder: string
let host: ChromiumHost

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-e2e-'))
  host = await startChromiumHost({
    profileDir: join(folder, 'p'),
    exportsDir: join(folder, 'e'),
    headless: true,
    harness: true,
  })
})

afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

// Chromium only asks pages that the user has touched.
async function haveSomethingUnsaved(): Promise<void> {
  await host.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  await host.page.mouse.click(5, 5)
}

function isClosedWithin(limitMs: number): Promise<boolean> {
  return Promise.race([
    host.closed.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), limitMs)),
  ])
}

describe('closing the window', () => {
  it('waits while the page saves, and closes when the page says so', async () => {
    await haveSomethingUnsaved()
    await host.page.evaluate(() => {
      window.evenhand?.on('close-requested', () => {
        setTimeout(
          () => void window.evenhand?.call('log.write', { level: 'info', code: 'drafts-saved' }),
          300,
        )
        setTimeout(() => void window.evenhand?.call('window.close', {}), 600)
      })
    })
    await host.page.close({ runBeforeUnload: true })
    expect(await isClosedWithin(400)).toBe(false)
    expect(await isClosedWithin(4_000)).toBe(true)
  })

  it('does not wait for ever for a page that says nothing', async () => {
    await haveSomethingUnsaved()
    await host.page.close({ runBeforeUnload: true })
    expect(await isClosedWithin(3_000)).toBe(false)
    expect(await isClosedWithin(8_000)).toBe(true)
  })

  it('closes at once when nothing is unsaved', async () => {
    await host.page.close({ runBeforeUnload: true })
    expect(await isClosedWithin(4_000)).toBe(true)
  })
})
