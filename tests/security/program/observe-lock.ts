import { setTimeout as after } from 'node:timers/promises'
import {
  FakeWindow,
  app,
  clipboard,
  dialog,
  ipcMain,
  powerMonitor,
  session,
} from '#tests/support/host/fake-electron.ts'
import type { LockFacts } from './observation.ts'
import { until } from './until.ts'

type Handler = (...args: unknown[]) => Promise<unknown>

const triggers = ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown']

/** What happens when the computer is left alone, when a page does not lock, and when its process ends by itself. */
export async function observeLock(): Promise<LockFacts> {
  const told: Record<string, unknown> = {}
  for (const trigger of triggers) told[trigger] = toldAfter(() => powerMonitor.emit(trigger))
  told['second start'] = toldAfter(() => app.emit('second-instance'))
  const forced = await observeForcedLock()
  return {
    told,
    forced,
    titleAfter: String(FakeWindow.made.at(-1)?.options['title'] ?? ''),
    crashesBeforeGivingUp: await countCrashes(),
  }
}

function toldAfter(happen: () => unknown): unknown {
  const contents = FakeWindow.made[0]?.webContents
  const before = contents?.sent.length ?? 0
  happen()
  return contents?.sent.slice(before)[0]?.[2] ?? null
}

// The page of the stand-in never answers, so the host locks by force five seconds after the first trigger above.
async function observeForcedLock(): Promise<readonly string[]> {
  const [vault] = FakeWindow.made
  if (!vault) throw new Error('No window')
  const happened: string[] = []
  const call = ipcMain.handle.mock.calls[0]?.[1] as Handler
  const { id, mainFrame } = vault.webContents
  const own = { senderFrame: mainFrame, sender: { id, mainFrame } }
  await call(own, 'vault.keys', { held: true })
  await call(own, 'clipboard.copy', { text: '12 Mill Lane' })
  happened.push(clipboard.items.length > 0 ? 'copied' : 'not copied')
  const destroy = vault.destroy.bind(vault)
  vault.destroy = () => {
    happened.push('page destroyed')
    destroy()
  }
  session.fromPartition('persist:vault').clearCache.mockImplementation(async () => {
    happened.push('caches cleared')
  })
  const before = FakeWindow.made.length
  await until(() => FakeWindow.made.length > before)
  await after(20)
  happened.push(clipboard.items.length === 0 ? 'clipboard cleared' : 'clipboard left')
  const fresh = FakeWindow.made.at(-1)?.webContents
  const next = { senderFrame: fresh?.mainFrame, sender: { id: fresh?.id, mainFrame: fresh?.mainFrame } }
  const answer = (await call(next, 'clipboard.copy', { text: '12 Mill Lane' })) as {
    error?: { code: string }
  }
  return [...happened, 'fresh page', answer.error?.code ?? 'not locked']
}

async function countCrashes(): Promise<number> {
  let crashes = 0
  while (dialog.showErrorBox.mock.calls.length === 0 && crashes < 20) {
    const before = FakeWindow.made.length
    FakeWindow.made.at(-1)?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    crashes += 1
    await until(() => dialog.showErrorBox.mock.calls.length > 0 || FakeWindow.made.length > before)
    await after(20)
  }
  return crashes
}
