import { join } from 'node:path'
import {
  FakeWindow,
  app,
  contextBridge,
  dialog,
  ipcMain,
  ipcRenderer,
  session,
} from '#tests/support/host/fake-electron.ts'
import { refusedSwitches, refusedVariables } from '#electron/hosts/electron/refusals.ts'
import { methods } from '#shared/contract/methods.ts'
import type { MethodName } from '#shared/contract/methods.ts'
import { callSamples } from '#tests/support/host/call-samples.ts'
import { senderEvents } from './attempts.ts'
import type { FileFacts, PreloadFacts } from './observation.ts'
import { root } from './stand-in-hooks.ts'

type Handler = (...args: unknown[]) => unknown

/** What the one channel answers to senders of every kind who ask the same harmless thing. */
export async function observeSenders(vault: FakeWindow): Promise<Readonly<Record<string, string>>> {
  // The handler that the program registered on its channel.
  const handler = ipcMain.handle.mock.calls[0]?.[1] as Handler
  const { id, mainFrame } = vault.webContents
  const answers: Record<string, string> = {}
  for (const [name, event] of Object.entries(senderEvents(id, mainFrame))) {
    const answer = (await handler(event, 'app.info', {})) as { ok: boolean; error?: { code: string } }
    answers[name] = answer.ok ? 'answered' : (answer.error?.code ?? 'unknown')
  }
  return answers
}

/**
 * What is answered to right requests of the vault's own page while the host knows of no key: at the start, after keys were
 * shown and the page was loaded anew, and, so that this says anything, in between.
 */
export async function observeLocked(vault: FakeWindow): Promise<Readonly<Record<string, string>>> {
  const handler = ipcMain.handle.mock.calls[0]?.[1] as Handler
  const { id, mainFrame } = vault.webContents
  const ask = async (method: string, request: unknown) => {
    const own = { senderFrame: mainFrame, sender: { id, mainFrame } }
    const answer = (await handler(own, method, request)) as { ok: boolean; error?: { code: string } }
    return answer.ok ? 'answered' : (answer.error?.code ?? 'unknown')
  }
  const answers: Record<string, string> = {}
  for (const [name, { when }] of Object.entries(methods)) {
    if (when === 'unlocked') answers[name] = await ask(name, callSamples[name as MethodName].request)
  }
  await ask('vault.keys', { held: true })
  answers['with keys: durable.snapshots'] = await ask('durable.snapshots', {})
  vault.webContents.emit('dom-ready')
  answers['after a fresh page: durable.snapshots'] = await ask('durable.snapshots', {})
  return answers
}

/** What the preload script puts on the page, and what it takes away. */
export async function observePreload(): Promise<PreloadFacts> {
  await import(join(root, 'electron/preload.ts'))
  const exposed = contextBridge.exposeInMainWorld.mock.calls
  const bridge = (exposed[0]?.[1] ?? {}) as Record<string, Handler>
  const heard: unknown[][] = []
  bridge['on']?.('lock-requested', (...args: unknown[]) => heard.push(args))
  ipcRenderer.emit('evenhand:event', { sender: 'electron' }, 'lock-requested', { reason: 'suspend' })
  const script = contextBridge.executeInMainWorld.mock.calls[0]?.[0] as { args?: string[][] } | undefined
  return {
    globals: exposed.map(([name]) => String(name)),
    members: Object.fromEntries(Object.entries(bridge).map(([name, member]) => [name, member.length])),
    isFrozen: Object.isFrozen(bridge),
    removedNames: script?.args?.[0] ?? [],
    listenerArguments: heard[0] ?? [],
  }
}

const strangers = [
  'app://vault/package.json',
  'app://vault/../main/main.js',
  'app://vault/%2e%2e/main/main.js',
  'app://vault/index.html?x=1',
  'app://other/index.html',
  'app://vault.example/index.html',
  'app:///etc/passwd',
  'file:///etc/passwd',
]

/** The answers of the `app:` handler. */
export function observeFiles(): {
  readonly files: readonly FileFacts[]
  readonly strangers: Readonly<Record<string, number>>
} {
  // The handler that the program registered for its scheme in the vault's session.
  const handler = session.fromPartition('persist:vault').protocol.handle.mock.calls[0]?.[1] as (
    request: unknown,
  ) => Response
  const files = ['/', '/index.html'].map((path) => {
    const answer = handler({ url: `app://vault${path}`, method: 'GET' })
    return { path: `${path} ${String(answer.status)}`, headers: Object.fromEntries(answer.headers) }
  })
  const statusOf = (url: string, method = 'GET') => handler({ url, method }).status
  return {
    files,
    strangers: {
      ...Object.fromEntries(strangers.map((url) => [url, statusOf(url)])),
      'POST app://vault/': statusOf('app://vault/', 'POST'),
    },
  }
}

/** Starts the packaged program with each switch and variable that it must refuse, and once as usual. */
export async function observeStarts(): Promise<Readonly<Record<string, boolean>>> {
  const usual = [...process.argv]
  const starts: Record<string, boolean> = { 'as usual': await doesStart('usual') }
  for (const name of [...refusedSwitches, 'inspect', 'inspect-brk', 'inspect-wait']) {
    process.argv = [...usual, `--${name}=1`]
    starts[`--${name}`] = await doesStart(name)
  }
  process.argv = usual
  for (const name of refusedVariables) {
    const before = process.env[name]
    process.env[name] = '1'
    starts[name] = await doesStart(name)
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  }
  return starts
}

let started = 0

// A query makes the program's own file, and only that, run once more.
async function doesStart(name: string): Promise<boolean> {
  app.whenReady.mockClear()
  app.exit.mockClear()
  dialog.showErrorBox.mockClear()
  const before = FakeWindow.made.length
  await import(`${join(root, 'electron/main.ts')}?start=${String((started += 1))}-${name}`)
  const refused =
    app.exit.mock.calls.some(([code]) => code === 1) && dialog.showErrorBox.mock.calls.length > 0
  return !refused || app.whenReady.mock.calls.length > 0 || FakeWindow.made.length > before
}
