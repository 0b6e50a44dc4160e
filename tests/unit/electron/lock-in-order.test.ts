import { describe, expect, it } from 'vitest'
import { lockInOrder } from '#electron/lock-in-order.ts'

function aLockableWindow(steps: string[]) {
  return {
    generation: 4,
    tell: () => undefined,
    stay: async () => undefined,
    close: async () => undefined,
    restart: async () => void steps.push('program restarted'),
    lock: async () => void steps.push('page ended'),
  }
}

describe('lockInOrder', () => {
  it('stops work, shuts the door, stops what came in between, ends the page, and empties the clipboard', async () => {
    const steps: string[] = []
    const window = lockInOrder(aLockableWindow(steps), {
      stopWork: async () => void steps.push('work stopped'),
      shutDoor: () => void steps.push('door shut'),
      clearClipboard: async () => void steps.push('clipboard cleared'),
    })
    await window.lock()
    expect(steps).toEqual([
      'work stopped',
      'door shut',
      'work stopped',
      'door shut',
      'page ended',
      'clipboard cleared',
    ])
    expect(window.generation).toBe(4)
  })

  it('shuts the door and ends the page also when work does not stop', async () => {
    const steps: string[] = []
    const window = lockInOrder(aLockableWindow(steps), {
      stopWork: () => Promise.reject(new Error('hangs')),
      shutDoor: () => void steps.push('door shut'),
      clearClipboard: async () => void steps.push('clipboard cleared'),
    })
    await expect(window.lock()).rejects.toThrow('hangs')
    expect(steps).toEqual(['door shut', 'page ended', 'clipboard cleared'])
  })

  it.each([false, true])(
    'restarts only after work and clipboard are done with, also when they fail: %s',
    async (fails) => {
      const steps: string[] = []
      const doing = async (step: string) => {
        steps.push(step)
        if (fails) throw new Error('hangs')
      }
      const window = lockInOrder(aLockableWindow(steps), {
        stopWork: () => doing('work stopped'),
        shutDoor: () => void steps.push('door shut'),
        clearClipboard: () => doing('clipboard cleared'),
      })
      await window.restart().catch(() => undefined)
      expect(steps).toEqual(['work stopped', 'door shut', 'clipboard cleared', 'program restarted'])
    },
  )
})
