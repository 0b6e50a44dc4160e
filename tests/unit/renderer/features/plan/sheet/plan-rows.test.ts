import { describe, expect, it } from 'vitest'
import { nextCitation, planRows, searchPlanRows } from '#renderer/features/plan/sheet/plan-rows.ts'
import type { SourceParagraph } from '#shared/domain/plan/plan.ts'
import { aClause } from '#tests/support/builders/domain.ts'

function paragraphs(count: number): readonly SourceParagraph[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    text: `Paragraph ${index}`,
    label: null,
    level: 0,
    kind: 'text',
  }))
}

function shape(rows: ReturnType<typeof planRows>) {
  return rows.map((row) => [row.paragraphs.map(({ index }) => index), row.clauses.map(({ id }) => id)])
}

describe('planRows', () => {
  it('puts each clause beside its paragraphs, and paragraphs in no clause into rows of their own', () => {
    const clauses = [aClause({ id: 'a', from: 1, to: 3 }), aClause({ id: 'b', from: 4, to: 5 })]
    expect(shape(planRows(clauses, paragraphs(6)))).toEqual([
      [[0], []],
      [[1, 2], ['a']],
      [[3], []],
      [[4], ['b']],
      [[5], []],
    ])
  })

  it('shows both parts of a clause that was split beside the same paragraph', () => {
    const clauses = [aClause({ id: 'a', from: 0, to: 1 }), aClause({ id: 'a2', from: 0, to: 1 })]
    expect(shape(planRows(clauses, paragraphs(1)))).toEqual([[[0], ['a', 'a2']]])
  })

  it('gives a typed clause a row without an original', () => {
    const clauses = [aClause({ id: 'a', from: 0, to: 1 }), aClause({ id: 'typed' })]
    expect(shape(planRows(clauses, paragraphs(1)))).toEqual([
      [[0], ['a']],
      [[], ['typed']],
    ])
  })

  it('loses no paragraph and no clause, whatever was joined, split, removed or added', () => {
    const clauses = [
      aClause({ id: 'a', from: 2, to: 5 }),
      aClause({ id: 'b', from: 2, to: 5 }),
      aClause({ id: 'typed' }),
      aClause({ id: 'c', from: 7, to: 9 }),
    ]
    const rows = planRows(clauses, paragraphs(10))
    expect(rows.flatMap((row) => row.paragraphs.map(({ index }) => index))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
    expect(rows.flatMap((row) => row.clauses.map(({ id }) => id))).toEqual(['a', 'b', 'typed', 'c'])
  })
})

describe('searchPlanRows', () => {
  const rows = planRows(
    [
      aClause({ id: 'a', citation: '7.2', text: 'Friday exchange' }),
      aClause({ id: 'b', citation: '7.3', text: 'Café' }),
    ],
    [],
  )

  it.each([
    ['friday', ['a']],
    ['7.', ['a', 'b']],
    ['cafe', ['b']],
    ['exchange 7.2', ['a']],
    ['exchange 7.3', []],
  ])('finds for %s the clauses %j', (typed, ids) => {
    expect(searchPlanRows(rows, typed).flatMap((row) => row.clauses.map(({ id }) => id))).toEqual(ids)
  })
})

describe('nextCitation', () => {
  it('offers the first letter that no clause has', () => {
    expect(nextCitation([aClause({ citation: '7.2' }), aClause({ citation: '7.2(b)' })], '7.2')).toBe(
      '7.2(c)',
    )
  })
})
