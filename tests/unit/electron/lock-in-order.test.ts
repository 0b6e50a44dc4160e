import { describe, expect, it } from 'vitest'
import { lockInOrder } from '#electron/lock-in-order.ts'

function aLockableWindow(steps: string[]) {
  return {
    generation: 4,
    tell: () => undefined,
    stay: async () => undefined,
    close: async () => undefined,
    lock: async () => void steps.push('page ended'),
  }
}

describe('lockInOrder', () => {
  it('stops work before the page ends, and empties the clipboard', async () => {
    const steps: string[] = []
    const window = lockInOrder(aLockableWindow(steps), {
      stopWork: async () => void steps.push('work stopped'),
      clearClipboard: async () => void steps.push('clipboard cleared'),
    })
    await window.lock()
    expect(steps).toEqual(['work stopped', 'page ended', 'clipboard cleared'])
    expect(window.generation).toBe(4)
  })

  it('ends the page also when work does not stop', async () => {
    const steps: string[] = []
    const window = lockInOrder(aLockableWindow(steps), {
      stopWork: () => Promise.reject(new Error('hangs')),
      clearClipboard: async () => void steps.push('clipboard cleared'),
    })
    await expect(window.lock()).rejects.toThrow('hangs')
    expect(steps).toEqual(['page ended', 'clipboard cleared'])
  })
})
