import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { knock, listenForKnock } from '#electron/hosts/chromium/knock.ts'
import { aFolder } from '#tests/support/host/folders.ts'

describe('a second start', () => {
  it('is heard by the program that has the folder, each time, and leaves nothing behind', async () => {
    const folder = aFolder()
    const onKnock = vi.fn()
    onTestFinished(listenForKnock(folder, onKnock))
    knock(folder)
    await vi.waitFor(() => expect(onKnock).toHaveBeenCalledTimes(1))
    knock(folder)
    await vi.waitFor(() => expect(onKnock).toHaveBeenCalledTimes(2))
    expect(readdirSync(folder)).toEqual([])
  })

  it('of long ago, and other files, are not heard', async () => {
    const folder = aFolder()
    knock(folder)
    const onKnock = vi.fn()
    onTestFinished(listenForKnock(folder, onKnock))
    writeFileSync(join(folder, 'Preferences'), '{}')
    knock(folder)
    await vi.waitFor(() => expect(onKnock).toHaveBeenCalled())
    expect(onKnock).toHaveBeenCalledOnce()
  })
})
