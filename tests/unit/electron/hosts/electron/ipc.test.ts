import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sender } from '#electron/dispatcher.ts'
import { connectCalls } from '#electron/hosts/electron/ipc.ts'
import { ipcMain } from '#tests/support/host/fake-electron.ts'

vi.mock('electron', () => import('#tests/support/host/fake-electron.ts'))

const mainFrame = { origin: 'app://vault', detached: false }
const senders: Sender[] = []

beforeEach(() => {
  senders.length = 0
  ipcMain.handle.mockClear()
  connectCalls(
    async (sender) => {
      senders.push(sender)
      return { ok: true, value: null }
    },
    (id) => id === 7,
  )
})

async function callFrom(event: unknown) {
  // The only handler that was registered, on the only channel.
  const [, handler] = ipcMain.handle.mock.calls[0] as [
    string,
    (event: unknown, ...args: unknown[]) => Promise<unknown>,
  ]
  await handler(event, 'app.info', {})
  return senders[0]
}

describe('connectCalls', () => {
  it('listens on one channel', () => {
    expect(ipcMain.handle.mock.calls.map(([channel]) => channel)).toEqual(['evenhand:call'])
  })

  it('tells the dispatcher of the main frame of the vault’s window', async () => {
    expect(await callFrom({ senderFrame: mainFrame, sender: { id: 7, mainFrame } })).toEqual({
      isMainFrame: true,
      isCurrentWindow: true,
      origin: 'app://vault',
    })
  })

  it.each([
    [
      'a frame inside',
      { senderFrame: { origin: 'app://vault', detached: false }, sender: { id: 7, mainFrame } },
      { isMainFrame: false },
    ],
    ['another window', { senderFrame: mainFrame, sender: { id: 8, mainFrame } }, { isCurrentWindow: false }],
    [
      'a frame that is gone',
      { senderFrame: null, sender: { id: 7, mainFrame } },
      { isMainFrame: false, origin: '' },
    ],
    [
      'a detached frame',
      { senderFrame: { ...mainFrame, detached: true }, sender: { id: 7, mainFrame } },
      { isMainFrame: false, origin: '' },
    ],
  ])('does not pass %s for the main frame', async (_name, event, expected) => {
    expect(await callFrom(event)).toMatchObject(expected)
  })
})
