import { describe, expect, it, vi } from 'vitest'
import { createAdditions, titleOf } from '#renderer/data/files/additions.ts'
import type { VaultFiles } from '#renderer/data/files/vault-files.ts'
import { err, ok } from '#shared/domain/result.ts'

const batch = { caseId: 'c1', receivedOn: '2026-10-09' }
const aFile = (name: string, content = 'abc') => new File([content], name)

function aSlowVault() {
  const calls: { name: string; resume: () => void }[] = []
  const add: VaultFiles['add'] = async (_file, about, { signal, onProgress } = {}) => {
    onProgress?.(1)
    await new Promise<void>((resume) => calls.push({ name: about.fileName, resume }))
    if (signal?.aborted === true) return err({ code: 'cancelled' })
    return about.title === 'bad' ? err({ code: 'disk-full' }) : ok({ id: about.title })
  }
  return { calls, additions: createAdditions({ add }) }
}

describe('files on their way', () => {
  it('go one after another and are gone from the list when they are in', async () => {
    const { calls, additions } = aSlowVault()
    additions.add([aFile('a.txt'), aFile('b.txt')], batch)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    expect(additions.list.get()).toMatchObject([
      { fileName: 'a.txt', state: 'adding', doneBytes: 1, sizeBytes: 3 },
      { fileName: 'b.txt', state: 'waiting', doneBytes: 0 },
    ])
    calls[0]?.resume()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    calls[1]?.resume()
    await vi.waitFor(() => expect(additions.added.get()).toBe(2))
    expect(additions.list.get()).toEqual([])
  })

  it('stay with the reason when they did not get there, until they are put away', async () => {
    const { calls, additions } = aSlowVault()
    additions.add([aFile('bad.txt'), aFile('good.txt')], batch)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    calls[0]?.resume()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    const [bad] = additions.list.get()
    expect(bad).toMatchObject({ state: 'failed', problem: { code: 'disk-full' } })
    additions.drop(bad?.id ?? 0)
    expect(additions.list.get()).toMatchObject([{ fileName: 'good.txt' }])
  })

  it('are not begun when they were stopped while they waited', async () => {
    const { calls, additions } = aSlowVault()
    additions.add([aFile('a.txt'), aFile('b.txt'), aFile('c.txt')], batch)
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    for (const { id, fileName } of additions.list.get()) if (fileName !== 'c.txt') additions.drop(id)
    calls[0]?.resume()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    expect(calls.map(({ name }) => name)).toEqual(['a.txt', 'c.txt'])
    expect(additions.added.get()).toBe(0)
  })

  it('do not stop those behind them when something breaks', async () => {
    let calls = 0
    const additions = createAdditions({
      add: () => (++calls === 1 ? Promise.reject(new Error('broke')) : Promise.resolve(ok({ id: 'x' }))),
    })
    additions.add([aFile('a.txt'), aFile('b.txt')], batch)
    await vi.waitFor(() => expect(additions.added.get()).toBe(1))
    expect(additions.list.get()).toMatchObject([{ state: 'failed', problem: { code: 'internal' } }])
  })
})

describe('titleOf', () => {
  it.each([
    ['Letter of 3 May.pdf', 'Letter of 3 May'],
    ['archive.tar.gz', 'archive.tar'],
    ['.profile', '.profile'],
    ['No ending', 'No ending'],
    ['Mr. Cole', 'Mr. Cole'],
    ['', '–'],
  ])('makes of %j the title %j', (name, title) => {
    expect(titleOf(name)).toBe(title)
  })
})
