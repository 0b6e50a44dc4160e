import type { Page } from 'playwright-core'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOrigin } from '#electron/hosts/chromium/origin.ts'
import { commonHeaders, keyWorkerPolicy, pagePolicy } from '#electron/services/renderer-files/policy.ts'
import { root } from '../program/stand-in-hooks.ts'

const network = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'WebSocketStream'],
  ...['RTCDataChannel', 'BroadcastChannel'],
]
const storesAndRest = [
  ...['indexedDB', 'caches', 'navigator', 'location', 'importScripts', 'WebAssembly', 'Worker', 'crypto'],
  ...[
    'webkitRequestFileSystemSync',
    'FileReaderSync',
    'Notification',
    'createImageBitmap',
    'OffscreenCanvas',
  ],
]

/** Each worker of the program with the names that must be gone in it. */
export const workersWithout: Readonly<Record<string, readonly string[]>> = {
  'crypto-worker': network,
  'kdf-worker': network,
  'import-worker': [...network, ...storesAndRest],
}

/**
 * Starts each built worker, with a line added at its end that tells which of the names are still there. Answers with those.
 * The page must not have started a worker of its own yet, because the policy gives out the right to make them once.
 */
export async function workerPowers(page: Page, without = workersWithout): Promise<readonly string[]> {
  const folder = join(root, 'out/renderer/assets')
  await page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } }
    }
    const policy = trustedTypes.createPolicy('app-worker', { createScriptURL: (url: string) => url })
    Object.assign(globalThis, {
      workerForTest: (url: string) => new Worker(policy.createScriptURL(url), { type: 'module' }),
    })
  })
  const left: string[] = []
  for (const [name, gone] of Object.entries(without)) {
    const file = readdirSync(folder).find((each) => each.startsWith(`${name}-`))
    if (file === undefined) throw new Error(`${name} was not built`)
    const tell = `\n;postMessage({ left: ${JSON.stringify(gone)}.filter((name) => name in globalThis) })`
    const policy = name === 'kdf-worker' ? keyWorkerPolicy : pagePolicy
    await page.route(`**/assets/${file}`, (route) =>
      route.fulfill({
        status: 200,
        headers: { ...commonHeaders, 'Content-Type': 'text/javascript', 'Content-Security-Policy': policy },
        body: readFileSync(join(folder, file), 'utf8') + tell,
      }),
    )
    for (const each of await askWorker(page, `${vaultOrigin}/assets/${file}`))
      left.push(`${name} has ${each}`)
    await page.unroute(`**/assets/${file}`)
  }
  return left
}

function askWorker(page: Page, url: string): Promise<readonly string[]> {
  return page.evaluate(
    (address) =>
      new Promise<readonly string[]>((resolve, reject) => {
        const { workerForTest } = globalThis as unknown as { workerForTest(url: string): Worker }
        const worker = workerForTest(address)
        worker.onerror = ({ message }) => reject(new Error(message || 'the worker did not start'))
        worker.onmessage = ({ data }: MessageEvent<{ readonly left?: readonly string[] }>) => {
          if (!data.left) return
          worker.terminate()
          resolve(data.left)
        }
      }),
    url,
  )
}
