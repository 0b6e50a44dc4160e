import { describe, expect, it } from 'vitest'
import { createReadModel, nextReadModel } from '#renderer/data/store/read-model.ts'
import type { StoredEntry } from '#renderer/data/store/read-model.ts'

function anEntry(change: Partial<StoredEntry>): StoredEntry {
  const places = { headOwn: true, headPack: null, bodyRev: 1, bodyOwn: true, bodyPack: null }
  // Lists look at kind, case and order alone.
  return {
    id: 'a',
    kind: 'session',
    caseId: 'one',
    rev: 1,
    schema: 1,
    order: 1,
    head: {},
    ...places,
    ...change,
  } as StoredEntry
}

describe('the read model', () => {
  const entries = ['c', 'a', 'b'].map((id, index) => anEntry({ id, order: index + 1 }))
  const model = createReadModel([...entries].reverse())

  it('lists in the order of creation, by kind and by case', () => {
    expect(model.list('session').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(model.list('session', 'one')).toHaveLength(3)
    expect(model.list('session', 'two')).toEqual([])
    expect(model.list('plan')).toEqual([])
  })

  it('gives the same list again as long as nothing in it changes', () => {
    const next = nextReadModel(model, { put: [anEntry({ id: 'p', kind: 'plan', order: 9 })], deletedIds: [] })
    expect(next.list('session')).toBe(model.list('session'))
    expect(next.list('plan')).toHaveLength(1)
    expect(model.list('plan')).toHaveLength(0)
  })

  it('moves a record that goes to another case', () => {
    const next = nextReadModel(model, {
      put: [anEntry({ id: 'a', caseId: 'two', order: 2 })],
      deletedIds: [],
    })
    expect(next.list('session', 'one').map(({ id }) => id)).toEqual(['c', 'b'])
    expect(next.list('session', 'two').map(({ id }) => id)).toEqual(['a'])
    expect(model.list('session', 'one')).toHaveLength(3)
  })

  it('forgets what was deleted, in the new picture alone', () => {
    const next = nextReadModel(model, { put: [], deletedIds: ['a', 'unknown'] })
    expect(next.get('a')).toBeUndefined()
    expect(model.get('a')).toBeDefined()
    expect(next.version).toBe(model.version + 1)
  })
})
