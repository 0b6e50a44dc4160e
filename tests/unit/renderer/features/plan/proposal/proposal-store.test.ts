import { describe, expect, it } from 'vitest'
import { createProposalStore } from '#renderer/features/plan/proposal/proposal-store.ts'
import { aClause } from '#tests/support/builders/domain.ts'

function aStore() {
  return createProposalStore([
    aClause({ id: 'a', citation: '1', text: 'One two' }),
    aClause({ id: 'b', citation: '2', text: 'Three' }),
  ])
}

describe('a proposal', () => {
  it('builds two changes that were begun in the same moment on each other', async () => {
    const store = aStore()
    await Promise.all([store.edits.renumber('a', '1.1'), store.edits.retitle('a', 'Heading')])
    expect(store.clauses()[0]).toMatchObject({ citation: '1.1', heading: 'Heading' })
  })

  it('splits, and takes the split back', async () => {
    const store = aStore()
    await store.edits.split('a', 3, '1(b)')
    expect(store.clauses().map(({ text }) => text)).toEqual(['One', 'two', 'Three'])
    store.undo()
    expect(store.clauses().map(({ text }) => text)).toEqual(['One two', 'Three'])
    expect(store.canUndo()).toBe(false)
  })

  it('refuses a number that is taken, and changes nothing', async () => {
    const store = aStore()
    expect(await store.edits.renumber('b', '1')).toMatchObject({
      ok: false,
      error: { code: 'citation-taken' },
    })
    expect(store.canUndo()).toBe(false)
  })

  it('gives clauses that are added ids of their own', async () => {
    const store = aStore()
    await store.edits.add(null, { citation: '3', heading: '', text: 'Four' })
    await store.edits.add('a', { citation: '4', heading: '', text: 'Five' })
    expect(new Set(store.clauses().map(({ id }) => id)).size).toBe(4)
    expect(store.clauses().map(({ citation }) => citation)).toEqual(['1', '4', '2', '3'])
  })
})
