import { describe, expect, it } from 'vitest'
import { createFlushers } from '#renderer/data/session/flushers.ts'

describe('createFlushers', () => {
  it('counts the drafts that threw or were not saved', async () => {
    const flushers = createFlushers()
    flushers.register(() => Promise.resolve(true))
    flushers.register(() => Promise.resolve(false))
    flushers.register(() => Promise.reject(new Error('disk')))
    expect(await flushers.run()).toBe(2)
  })

  it('keeps a registration when an older one of the same function is taken back', async () => {
    const flushers = createFlushers()
    let runs = 0
    const flush = async () => {
      runs += 1
    }
    const takeBack = flushers.register(flush)
    flushers.register(flush)
    takeBack()
    await flushers.run()
    expect(runs).toBe(1)
  })
})
