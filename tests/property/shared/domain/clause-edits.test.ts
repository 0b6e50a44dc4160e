import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as edits from '#shared/domain/plan/clause-edits.ts'
import { aClause } from '#tests/support/builders/domain.ts'

const aPlan = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 })
  .map((texts) =>
    texts.map((text, index) => aClause({ id: `c${String(index)}`, citation: String(index + 1), text })),
  )

const letters = (text: string) => text.replace(/\s/gu, '')

describe('splitting and joining', () => {
  it('loses no letter', () => {
    fc.assert(
      fc.property(aPlan, fc.nat(), fc.nat(), (plan, which, where) => {
        const clause = plan[which % plan.length]
        if (!clause) return
        const split = edits.splitClause(plan, clause.id, where % (clause.text.length + 1), {
          id: 'new',
          citation: 'new',
        })
        if (!split.ok) return
        expect(letters(split.value.map(({ text }) => text).join(''))).toBe(
          letters(plan.map(({ text }) => text).join('')),
        )
        const joined = edits.joinClauses(split.value, [clause.id, 'new'])
        expect(joined.ok && letters(joined.value.find(({ id }) => id === clause.id)?.text ?? '')).toBe(
          letters(clause.text),
        )
      }),
    )
  })
})

describe('every edit', () => {
  it('keeps numbers unique and never throws', () => {
    const anEdit = fc.tuple(
      fc.constantFrom('split', 'renumber', 'remove', 'add', 'join'),
      fc.nat(12),
      fc.nat(12),
      fc.integer({ min: -5, max: 40 }),
    )
    fc.assert(
      fc.property(aPlan, fc.array(anEdit, { maxLength: 20 }), (plan, todo) => {
        let clauses: readonly ReturnType<typeof aClause>[] = plan
        for (const [kind, one, other, offset] of todo) {
          const [id, next, citation] = [`c${String(one)}`, `c${String(other)}`, String(other + 1)]
          const fresh = { id: `n${String(one)}-${String(offset)}-${String(clauses.length)}`, citation }
          const edited =
            kind === 'split'
              ? edits.splitClause(clauses, id, offset, fresh)
              : kind === 'renumber'
                ? edits.renumberClause(clauses, id, citation)
                : kind === 'remove'
                  ? edits.removeClause(clauses, id)
                  : kind === 'add'
                    ? edits.addClause(clauses, aClause(fresh), id)
                    : edits.joinClauses(clauses, [id, next])
          if (edited.ok) clauses = edited.value
        }
        const citations = clauses.map(({ citation }) => citation.toLowerCase())
        expect(new Set(citations).size).toBe(citations.length)
      }),
    )
  })
})
