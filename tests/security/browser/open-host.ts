import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'
import type { ChromiumHost } from '#electron/hosts/chromium/start-chromium-host.ts'

/** Opens a built page in Chromium on a fresh profile, hands it over, and takes everything away afterwards. */
export async function withHost<T>(harness: boolean, work: (host: ChromiumHost) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-page-'))
  const host = await startChromiumHost({
    profileDir: join(folder, 'profile'),
    exportsDir: join(folder, 'exports'),
    headless: true,
    harness,
  })
  try {
    return await work(host)
  } finally {
    await host.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
