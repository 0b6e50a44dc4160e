import { describe, expect, it } from 'vitest'
import * as edits from '#shared/domain/plan/clause-edits.ts'
import { aClause } from '#tests/support/builders/domain.ts'

const clauses = [
  aClause({ id: 'a', citation: '1', text: 'First.', from: 0, to: 1 }),
  aClause({ id: 'b', citation: '2', heading: 'Second', text: 'Then.', from: 1, to: 3 }),
  aClause({ id: 'c', citation: '3', text: 'Last.', from: 3, to: 4 }),
]

describe('joinClauses', () => {
  it('keeps number and id of the first and every word, headings included', () => {
    const joined = edits.joinClauses(clauses, ['b', 'a'])
    expect(joined).toMatchObject({
      ok: true,
      value: [{ id: 'a', citation: '1', text: 'First.\nSecond\nThen.', from: 0, to: 3 }, { id: 'c' }],
    })
  })

  it.each([
    [['a'], 'nothing-to-join'],
    [['a', 'a'], 'nothing-to-join'],
    [['a', 'c'], 'clauses-not-adjacent'],
    [['a', 'zz'], 'no-such-clause'],
  ])('refuses %j with %s', (ids, code) => {
    expect(edits.joinClauses(clauses, ids)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('splitClause', () => {
  it('cuts at the offset and gives the second part a number', () => {
    const long = [aClause({ id: 'a', citation: '1', text: 'One two three.' })]
    expect(edits.splitClause(long, 'a', 4, { id: 'n', citation: '¶ 1.1' })).toMatchObject({
      ok: true,
      value: [
        { id: 'a', citation: '1', text: 'One' },
        { id: 'n', citation: '1.1', text: 'two three.', heading: '' },
      ],
    })
  })

  it('refuses a cut that leaves a part empty, and a number that is taken', () => {
    expect(edits.splitClause(clauses, 'a', 0, { id: 'n', citation: '9' })).toMatchObject({
      error: { code: 'split-outside-text' },
    })
    expect(edits.splitClause(clauses, 'a', 99, { id: 'n', citation: '9' })).toMatchObject({
      error: { code: 'split-outside-text' },
    })
    expect(edits.splitClause(clauses, 'b', 2, { id: 'n', citation: '3' })).toMatchObject({
      error: { code: 'citation-taken' },
    })
  })

  it('refuses words that do not stand in the clause', () => {
    expect(edits.splitClause(clauses, 'b', -1, { id: 'n', citation: '9' })).toMatchObject({
      error: { code: 'split-outside-text' },
    })
  })
})

describe('numbers', () => {
  it('may be changed to one that is free, in any letters', () => {
    expect(edits.renumberClause(clauses, 'a', ' § 1(A) ')).toMatchObject({
      ok: true,
      value: [{ citation: '1(A)' }, {}, {}],
    })
    expect(edits.renumberClause(clauses, 'a', '2')).toMatchObject({
      error: { code: 'citation-taken', citation: '2' },
    })
    expect(edits.renumberClause(clauses, 'a', '¶ ')).toMatchObject({ error: { code: 'citation-empty' } })
    expect(edits.renumberClause(clauses, 'a', '1')).toMatchObject({ ok: true })
    expect(edits.renumberClause(clauses, 'zz', '9')).toMatchObject({ error: { code: 'no-such-clause' } })
  })
})

describe('addClause and removeClause', () => {
  it('put a clause after another, at the end, or take it out', () => {
    const added = aClause({ id: 'n', citation: '1A' })
    expect(edits.addClause(clauses, added, 'a')).toMatchObject({
      value: [{ id: 'a' }, { id: 'n' }, { id: 'b' }, { id: 'c' }],
    })
    expect(edits.addClause(clauses, added, null)).toMatchObject({ value: [{}, {}, {}, { id: 'n' }] })
    expect(edits.addClause(clauses, added, 'zz')).toMatchObject({ error: { code: 'no-such-clause' } })
    expect(edits.removeClause(clauses, 'b')).toMatchObject({ value: [{ id: 'a' }, { id: 'c' }] })
    expect(edits.removeClause(clauses, 'zz')).toMatchObject({ error: { code: 'no-such-clause' } })
  })
})
