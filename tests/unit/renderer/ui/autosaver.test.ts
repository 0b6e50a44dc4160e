import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosaver, isAnythingUnsaved, subscribeToUnsaved } from '#renderer/ui/autosaver.ts'
import type { AutosaveState } from '#renderer/ui/autosaver.ts'
import { err, ok } from '#shared/domain/result.ts'

function setUp() {
  const states: AutosaveState[] = []
  const saved: string[] = []
  const autosaver = createAutosaver<string>({
    delayMs: 800,
    retryMs: 4000,
    onState: (state) => states.push(state),
  })
  const save = (text: string) => {
    saved.push(text)
    return Promise.resolve(ok())
  }
  return { autosaver, save, saved, states }
}

describe('an autosaver', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('saves the newest text once, after a pause', async () => {
    const { autosaver, save, saved, states } = setUp()
    autosaver.push('a', save)
    await vi.advanceTimersByTimeAsync(799)
    autosaver.push('ab', save)
    await vi.advanceTimersByTimeAsync(799)
    expect(saved).toEqual([])

    await vi.advanceTimersByTimeAsync(1)
    expect(saved).toEqual(['ab'])
    expect(states.at(-1)).toBe('saved')
  })

  it('saves at once when asked, and tells that all is saved', async () => {
    const { autosaver, save, saved } = setUp()
    autosaver.push('a', save)
    expect(await autosaver.flush()).toBe(true)
    expect(saved).toEqual(['a'])
  })

  it('saves what was typed during a save after it, never beside it', async () => {
    const { autosaver, save, saved } = setUp()
    let finish: () => void = () => undefined
    const slow = (text: string) => {
      saved.push(text)
      return new Promise<ReturnType<typeof ok>>((resolve) => (finish = () => resolve(ok())))
    }
    autosaver.push('a', slow)
    const first = autosaver.flush()
    autosaver.push('ab', save)
    const second = autosaver.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toEqual(['a'])

    finish()
    await Promise.all([first, second])
    expect(saved).toEqual(['a', 'ab'])
  })

  it('keeps a text whose save failed, says so, and tries again', async () => {
    const { autosaver, save, saved, states } = setUp()
    autosaver.push('a', () => Promise.resolve(err({ code: 'disk-full' })))
    expect(await autosaver.flush()).toBe(false)
    expect(states.at(-1)).toBe('failed')

    autosaver.push('ab', save)
    expect(await autosaver.flush()).toBe(true)
    expect(saved).toEqual(['ab'])
  })

  it('counts as unsaved from the first letter until all of it is on the disk', async () => {
    const { autosaver, save } = setUp()
    autosaver.push('a', () => Promise.resolve(err({ code: 'disk-full' })))
    await autosaver.flush()
    expect(isAnythingUnsaved()).toBe(true)

    autosaver.push('ab', save)
    await autosaver.flush()
    expect(isAnythingUnsaved()).toBe(false)
  })

  it('tells who asked when something becomes unsaved and when it is saved', async () => {
    const { autosaver, save } = setUp()
    const heard: boolean[] = []
    const stop = subscribeToUnsaved(() => heard.push(isAnythingUnsaved()))
    autosaver.push('a', save)
    await autosaver.flush()
    stop()
    autosaver.push('ab', save)
    await autosaver.flush()
    expect(heard).toEqual([true, false])
  })

  it('asks a rule that refused again only when the text has changed', async () => {
    const { autosaver } = setUp()
    let tries = 0
    autosaver.push('a', () => {
      tries++
      return Promise.resolve(err({ code: 'text-too-long' }))
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tries).toBe(1)
    autosaver.letGo()
  })

  it('lets go of what a rule refused, and never of what the disk could not take', async () => {
    const { autosaver, save } = setUp()
    autosaver.push('a', () => Promise.resolve(err({ code: 'text-too-long' })))
    await autosaver.flush()
    expect(autosaver.letGo()).toBe(true)
    expect(isAnythingUnsaved()).toBe(false)

    autosaver.push('b', () => Promise.resolve(err({ code: 'not-saved' })))
    await autosaver.flush()
    expect(autosaver.letGo()).toBe(false)
    expect(isAnythingUnsaved()).toBe(true)
    autosaver.push('b', save)
    expect(await autosaver.flush()).toBe(true)
  })

  it('tries the same text again by itself after a while', async () => {
    const { autosaver, states } = setUp()
    let tries = 0
    autosaver.push('a', () => {
      tries++
      return tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(ok())
    })
    await vi.advanceTimersByTimeAsync(800)
    expect(states.at(-1)).toBe('failed')

    await vi.advanceTimersByTimeAsync(4000)
    expect(tries).toBe(2)
    expect(states.at(-1)).toBe('saved')
  })
})
