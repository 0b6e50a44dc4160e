import { describe, expect, it } from 'vitest'
import { bareCitation, findPartyIn } from '#shared/commands/lookup.ts'
import type { Party } from '#shared/domain/case/case.ts'

const party = (letter: string, name: string): Party => ({
  id: `id-${letter}`,
  letter,
  name,
  shortName: name.split(' ')[0] ?? name,
  initials: '',
  role: 'parent',
  home: 'none',
})

const parties = [party('A', 'Imogen Castellane'), party('B', 'Darko Veshti'), party('C', 'Rosa Castellane')]

describe('findPartyIn', () => {
  it.each([
    ['B', 'B'],
    ['b', 'B'],
    ['Parent A', 'A'],
    ['party b', 'B'],
    ['imogen  castellane', 'A'],
    ['darko', 'B'],
    ['Veshti', 'B'],
  ])('takes “%s” for party %s', (who, letter) => {
    expect(findPartyIn(parties, who)).toMatchObject({ ok: true, value: { letter } })
  })

  it.each(['Castellane', 'D', 'mother', '', 'Vesht'])('does not guess whom “%s” means', (who) => {
    expect(findPartyIn(parties, who)).toEqual({ ok: false, error: { code: 'no-such-party', who } })
  })

  it('takes a name for a name before it takes it for a letter', () => {
    const named = [party('A', 'B'), party('B', 'Darko Veshti')]
    expect(findPartyIn(named, 'B')).toMatchObject({ ok: true, value: { letter: 'B' } })
    expect(findPartyIn(named, 'b')).toMatchObject({ ok: true, value: { letter: 'A' } })
  })
})

describe('bareCitation', () => {
  it.each([
    '7.2',
    '¶7.2',
    '§ 7.2',
    'Section 7.2',
    's. 7.2',
    's 7.2',
    'cl. 7.2',
    'par. 7.2',
    '#7.2',
    'No. 7.2.',
  ])('reads “%s”', (citation) => {
    expect(bareCitation(citation)).toBe('7.2')
  })

  it('leaves words that name a place of their own', () => {
    expect(bareCitation('Schedule B')).toBe('schedule b')
  })
})
