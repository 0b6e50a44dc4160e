import { describe, expect, it } from 'vitest'
import { keepOpen } from '#electron/hosts/chromium/keep-open.ts'

describe('keepOpen', () => {
  it.each([
    [['closed'], 1],
    [['restart', 'closed'], 2],
    [['restart', 'restart', 'closed', 'restart'], 3],
  ] as const)(
    'opens the window again after each restart, and never after it was closed: %s',
    async (ends, count) => {
      const left = [...ends]
      let opened = 0
      await keepOpen(async () => {
        opened += 1
        return { closed: Promise.resolve(left.shift() ?? 'closed') }
      })
      expect(opened).toBe(count)
    },
  )

  it('gives up when the window cannot be opened again', async () => {
    let opened = 0
    const open = async () => {
      opened += 1
      if (opened === 2) throw new Error('another program has the folder now')
      return { closed: Promise.resolve('restart' as const) }
    }
    await expect(keepOpen(open)).rejects.toThrow('another program')
  })
})
