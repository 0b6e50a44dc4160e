import { beforeAll, describe, expect, it } from 'vitest'
import type { ParentsSummaryContent } from '#shared/documents/builders/input.ts'
import { parentsSummaryModel } from '#shared/documents/builders/parents-summary.ts'
import { summaryContentOf } from '#shared/documents/from-records/decision.ts'
import { castellaneVeshti, operativeTerms } from '#tests/support/documents/castellane-veshti.ts'
import { countOf, sectionsOf, textsOf } from '#tests/support/documents/texts-of.ts'

let content: ParentsSummaryContent

beforeAll(async () => {
  const { vault, decisionId } = await castellaneVeshti()
  const found = await summaryContentOf(vault.context(), decisionId)
  if (!found.ok) throw new Error('no decision')
  content = found.value
})

describe('parentsSummaryModel', () => {
  it('asks the six questions of a parent', () => {
    expect(sectionsOf(parentsSummaryModel(content))).toEqual([
      'What was asked',
      'What was decided',
      'What you must do, by when',
      'What did not change',
      'If you disagree',
      'Who to ask',
    ])
  })

  it('repeats the terms with the same numbers, word for word, once', () => {
    const model = parentsSummaryModel(content)
    const terms = model.blocks.flatMap((block) =>
      block.type === 'numbered' ? [[block.number, block.text]] : [],
    )
    expect(terms).toEqual(operativeTerms.map((text, index) => [`${String(index + 1)}.`, text]))
    for (const term of operativeTerms) expect(countOf(textsOf(model), term)).toBe(1)
  })

  it('says when each term holds', () => {
    const text = textsOf(parentsSummaryModel(content))
    expect(text).toContain('Term 1\nFrom Monday 19 October 2026, until changed')
    expect(text).toContain('Term 2\nOn Wednesday 21 October 2026')
  })

  it('says when a term ends or is looked at again', () => {
    const [term] = content.terms
    if (!term) throw new Error('no term')
    const terms = [
      { ...term, timing: { kind: 'until' as const, start: '2026-10-19', end: '2026-12-18' } },
      { ...term, timing: { kind: 'standing' as const, reviewOn: '2027-01-15' } },
    ]
    const text = textsOf(parentsSummaryModel({ ...content, terms, effectiveOn: null }))
    expect(text).toContain('From Monday 19 October 2026 until the end of Friday 18 December 2026')
    expect(text).toContain('From the day it takes effect; review on Friday 15 January 2027')
  })

  it('does not stand in for the decision, and carries no reasons', () => {
    const text = textsOf(parentsSummaryModel(content))
    expect(text).toContain('This summary does not replace Determination No. 1.')
    expect(text).not.toContain('learns to dread')
  })

  it('may name a child by first name and never in full', () => {
    const text = textsOf(parentsSummaryModel(content))
    expect(text).toContain('About Orla')
    expect(text).not.toContain('Orla Veshti')
  })

  it('sets the page tighter as the terms grow, and warns when nothing helps', () => {
    const densities = [100, 450, 5000].map((length) => {
      const { page, warnings } = parentsSummaryModel({
        ...content,
        terms: content.terms.map((term) => ({ ...term, text: 'a long term '.repeat(length / 12) })),
      })
      return [page.density, warnings]
    })
    expect(densities).toEqual([
      ['compact', []],
      ['tight', []],
      ['tight', ['longer-than-one-page']],
    ])
  })

  it('says of a recommendation that it is recommended', () => {
    expect(sectionsOf(parentsSummaryModel({ ...content, form: 'recommendation' }))).toContain(
      'What is recommended',
    )
  })
})
