import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReadModel, nextReadModel } from '#renderer/data/store/read-model.ts'
import type { ReadModelChange, StoredEntry } from '#renderer/data/store/read-model.ts'

const kinds = ['session', 'plan'] as const
const cases = ['one', 'two', null] as const

const change = fc.record({
  put: fc.array(fc.record({ id: fc.integer({ min: 1, max: 30 }), kind: fc.nat(1), caseId: fc.nat(2) }), {
    maxLength: 6,
  }),
  deleted: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 2 }),
  asks: fc.boolean(),
})

/** Lists look at id, kind, case and order alone; an id is also the place in the order of creation. */
function anEntry(id: number, kind: number, caseId: number, rev: number): StoredEntry {
  const places = { headOwn: true, headPack: null, bodyRev: 1, bodyOwn: true, bodyPack: null }
  const which = { id: `r${String(id)}`, kind: kinds[kind], caseId: cases[caseId], order: id, rev, schema: 1 }
  return { ...which, head: {}, ...places } as StoredEntry
}

describe('lists of the read model', () => {
  it('are after any changes what they would be if collected anew, and old pictures stay as they were', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let model = createReadModel([])
        changes.forEach(({ put, deleted, asks }, turn) => {
          const ids = new Set(put.map(({ id }) => id))
          const applied: ReadModelChange = {
            put: [...new Map(put.map((each) => [each.id, each])).values()].map(({ id, kind, caseId }) =>
              anEntry(id, kind, caseId, turn),
            ),
            deletedIds: deleted.filter((id) => !ids.has(id)).map((id) => `r${String(id)}`),
          }
          const before = asks ? listsOf(model) : undefined
          const next = nextReadModel(model, applied)
          expect(listsOf(next)).toEqual(listsOf(createReadModel([...next.all()])))
          if (before) expect(listsOf(model)).toEqual(before)
          model = next
        })
      }),
      { numRuns: 200 },
    )
  })
})

function listsOf(model: ReturnType<typeof createReadModel>): readonly unknown[] {
  return kinds.flatMap((kind) => [model.list(kind), model.list(kind, 'one'), model.list(kind, 'two')])
}
