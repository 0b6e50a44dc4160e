import { describe, expect, it } from 'vitest'
import {
  emptyFamily,
  familyInput,
  familyProblems,
  suggestedLabel,
  type FamilyDraft,
} from '#renderer/features/cases/enter/family-draft.ts'

function aDraft(over: Partial<FamilyDraft> = {}): FamilyDraft {
  const [first, second] = ['Imogen Castellane', 'Darko Veshti']
  return {
    ...emptyFamily(),
    parties: [
      { key: 'a', name: first ?? '', role: 'parent' },
      { key: 'b', name: second ?? '', role: 'parent' },
    ],
    ...over,
  }
}

function aChild(name: string, birthYear: string) {
  return [{ key: 'first', name, birthYear }]
}

describe('familyProblems', () => {
  it('asks for both names of a form that is still empty', () => {
    expect([...familyProblems(emptyFamily(), 2026).keys()]).toEqual(['party:a', 'party:b'])
  })

  it('finds nothing wrong with two names alone', () => {
    expect(familyProblems(aDraft(), 2026).size).toBe(0)
  })

  it('asks to tell two people of one name apart, whatever the capitals', () => {
    const parties = aDraft().parties.map((party) => ({
      ...party,
      name: party.key === 'a' ? 'Alex Doe' : 'alex doe',
    }))
    expect(familyProblems(aDraft({ parties }), 2026).get('party:b')).toContain('Two people have this name')
  })

  it('names the length of a text that is far too long', () => {
    const parties = aDraft().parties.with(0, { key: 'a', name: 'x'.repeat(100_000), role: 'parent' as const })
    expect(familyProblems(aDraft({ parties }), 2026).get('party:a')).toContain('100000')
  })

  it.each([
    ['17', 'four figures'],
    ['20l7', 'four figures'],
    ['1989', 'from 1990 to 2026'],
    ['2027', 'from 1990 to 2026'],
  ])('refuses the year %s', (year, words) => {
    expect(familyProblems(aDraft({ children: aChild('Oriel', year) }), 2026).get('year:first')).toContain(
      words,
    )
  })

  it('asks for the name of a child of whom only the year was typed', () => {
    expect(familyProblems(aDraft({ children: aChild(' ', '2018') }), 2026).has('child:first')).toBe(true)
  })

  it('asks for the court only where there is a court file', () => {
    expect(familyProblems(aDraft({ hasCourt: true }), 2026).has('courtName')).toBe(true)
    expect(familyProblems(aDraft({ hasCourt: false }), 2026).has('courtName')).toBe(false)
  })

  it('takes a name of control characters alone for none', () => {
    const parties = aDraft().parties.with(0, { key: 'a', name: '\u0000\u0007\n', role: 'parent' as const })
    expect(familyProblems(aDraft({ parties }), 2026).has('party:a')).toBe(true)
  })
})

describe('familyInput', () => {
  it('leaves out lines without a child, and a court that was typed and then taken back', () => {
    const input = familyInput(
      aDraft({ children: aChild('', ''), courtName: 'Supreme Court', hasCourt: false }),
    )
    expect(input).toMatchObject({ children: [], court: null })
  })

  it('keeps names from right to left and with emoji as they are', () => {
    const parties = aDraft().parties.with(0, { key: 'a', name: 'נועה 🌊', role: 'parent' as const })
    expect(familyInput(aDraft({ parties })).parties[0]).toMatchObject({ name: 'נועה 🌊' })
  })
})

describe('suggestedLabel', () => {
  it('joins the last names, once every person has one', () => {
    expect(suggestedLabel(aDraft().parties)).toBe('Castellane and Veshti')
    expect(suggestedLabel(emptyFamily().parties)).toBe('')
  })
})
