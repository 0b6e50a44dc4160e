import { describe, expect, it } from 'vitest'
import { createWorkInHand } from '#electron/services/work-in-hand.ts'

describe('createWorkInHand', () => {
  it('tells all work to stop and waits until it has', async () => {
    const work = createWorkInHand()
    const stopped: string[] = []
    const piece = (name: string) =>
      work.run(
        (stop) =>
          new Promise<string>((resolve) =>
            stop.addEventListener('abort', () => {
              stopped.push(name)
              resolve(name)
            }),
          ),
      )
    const pieces = [piece('export'), piece('print')]
    await work.stop()
    expect(stopped).toEqual(['export', 'print'])
    expect(await Promise.all(pieces)).toEqual(['export', 'print'])
  })

  it('does not wait for ever for a piece that hangs', async () => {
    const work = createWorkInHand(5)
    void work.run(() => new Promise(() => undefined))
    expect(await work.stop()).toBeUndefined()
  })

  it('lets later work run, and hands its failure on', async () => {
    const work = createWorkInHand()
    await work.stop()
    expect(await work.run(async (stop) => stop.aborted)).toBe(false)
    await expect(work.run(() => Promise.reject(new Error('full')))).rejects.toThrow('full')
  })

  it('does at the end what was asked for, and waits for it, but not for ever', async () => {
    const work = createWorkInHand(5)
    const done: string[] = []
    work.atEnd(async () => void done.push('journal'))
    work.atEnd(() => new Promise(() => undefined))
    work.atEnd(() => Promise.reject(new Error('gone')))
    await work.end()
    expect(done).toEqual(['journal'])
  })
})
