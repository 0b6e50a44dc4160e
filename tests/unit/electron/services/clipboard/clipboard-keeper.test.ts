import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClipboardKeeper } from '#electron/services/clipboard/clipboard-keeper.ts'
import { memoryClipboard } from '#tests/support/host/memory-clipboard.ts'
import { aLog } from '#tests/support/host/log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const address = '12 Mill Lane, Ashbourne'

function aKeeper() {
  const clipboard = memoryClipboard()
  const { log, lines } = aLog()
  return { clipboard, lines, keeper: createClipboardKeeper(clipboard, log) }
}

describe('createClipboardKeeper', () => {
  it('takes the text back after half a minute', async () => {
    const { clipboard, keeper } = aKeeper()
    expect(await keeper.copy(address)).toBe(true)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(clipboard.text).toBe(address)
    await vi.advanceTimersByTimeAsync(2)
    expect(clipboard.text).toBe('')
  })

  it('leaves alone what somebody copied since', async () => {
    const { clipboard, keeper } = aKeeper()
    await keeper.copy(address)
    clipboard.text = 'a shopping list'
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clipboard.text).toBe('a shopping list')
  })

  it('clears at once when the vault is locked, also where the system added a line end', async () => {
    const { clipboard, keeper } = aKeeper()
    await keeper.copy(address)
    clipboard.text = `${address}\r\n`
    await keeper.clear()
    expect(clipboard.text).toBe('')
  })

  it('counts the half minute from the last copy', async () => {
    const { clipboard, keeper } = aKeeper()
    await keeper.copy(address)
    await vi.advanceTimersByTimeAsync(20_000)
    await keeper.copy('555 0101')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(clipboard.text).toBe('555 0101')
    await vi.advanceTimersByTimeAsync(10_001)
    expect(clipboard.text).toBe('')
  })

  it('never clears what it did not write', async () => {
    const { clipboard, keeper } = aKeeper()
    clipboard.text = 'theirs'
    await keeper.clear()
    expect(clipboard.text).toBe('theirs')
  })

  it('says so when there is no clipboard, and keeps the text out of the log', async () => {
    const { log, lines } = aLog()
    const refusing = { ...memoryClipboard(), write: () => Promise.reject(new Error(address)) }
    expect(await createClipboardKeeper(refusing, log).copy(address)).toBe(false)
    expect(lines.join()).toContain('clipboard-refused')
    expect(lines.join()).not.toContain('Mill')
  })
})
