import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '#shared/commands/registry.ts'
import { hasText } from '#shared/i18n/index.ts'
import { describeProblem, describeRefusal, fieldWords, formatMinute } from '#shared/i18n/refusals.ts'

const names = { parties: [{ id: 'p1', name: 'Imogen Castellane' }], termIds: ['t1', 't2'] }

describe('the sentences of the gate', () => {
  it('name the term by its number and the excluded matter as part of the sentence', () => {
    const hit = { exclusion: 'X-12', termId: 't2', words: 'for good', matter: null } as const
    expect(describeProblem({ code: 'exclusion-unanswered', ...hit }, names)).toBe(
      'Term 2 says “for good”. Does it decide this: changing an order, judgment or express term of the plan? Answer and say why.',
    )
  })

  it('keep the words of a matter that the instrument itself excludes', () => {
    const hit = { exclusion: 'X-11', termId: 't1', words: 'forfeit', matter: 'Forfeiture of time' } as const
    expect(describeProblem({ code: 'excluded', ...hit }, names)).toContain('is excluded: Forfeiture of time.')
  })

  it('name a parent who may still answer, and until when', () => {
    const open = { state: 'window-open', partyId: 'p1', answerBy: '2026-10-17T00:00' } as const
    expect(describeProblem({ code: 'not-heard', ...open }, names)).toBe(
      'Imogen Castellane may still answer until Fri 16 Oct 2026, end of day.',
    )
  })
})

describe('the sentences of a refusal', () => {
  it('name the right weekday', () => {
    const refusal = { code: 'wrong-weekday', text: 'Sunday 26 Oct 2026', weekday: 'Monday' }
    expect(describeRefusal(refusal)).toBe('“Sunday 26 Oct 2026” is wrong: that day is a Monday.')
  })

  it('write a minute as people say it', () => {
    expect(formatMinute('2026-10-16T18:00')).toBe('Fri 16 Oct 2026, 6:00 p.m.')
  })
})

interface Outline {
  readonly properties?: Readonly<Record<string, Outline>>
  readonly items?: Outline
  readonly anyOf?: readonly Outline[]
  readonly oneOf?: readonly Outline[]
}

/** Every field of an input, fields of fields too. */
function fieldsOf({ properties = {}, items, anyOf = [], oneOf = [] }: Outline): readonly string[] {
  const inner = [...Object.values(properties), ...(items ? [items] : []), ...anyOf, ...oneOf]
  return [...Object.keys(properties), ...inner.flatMap(fieldsOf)]
}

describe('the name of a field', () => {
  it.each([
    ['parties.0.name', 'name of a party'],
    ['children.2.birthYear', 'year of birth'],
    ['clauses.14.citation', 'number of a clause'],
    ['signatures.Marisol', 'signatures'],
    ['feeSplit.Nobody.else', 'division of fees'],
    ['nothing.known', 'one of the fields'],
  ])('of %s is “%s”', (path, words) => {
    expect(fieldWords(path)).toBe(words)
  })

  it.each([...commands.values()].map(({ name, input }) => [name, input] as const))(
    'is known for all fields of %s',
    (_name, input) => {
      // Written by zod a moment ago.
      const outline = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Outline
      expect(fieldsOf(outline).filter((field) => !hasText(`fields.${field}`))).toEqual([])
    },
  )

  it('stands in the sentence in place of the path', () => {
    const field = { field: 'parties.0.name', code: 'too_small', message: 'Too small' }
    expect(describeRefusal({ code: 'bad-input', command: 'case.create', fields: [field] })).toBe(
      'This must not be left empty: name of a party.',
    )
  })
})
