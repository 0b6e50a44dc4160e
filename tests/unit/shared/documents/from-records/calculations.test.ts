import { describe, expect, it } from 'vitest'
import { calculationContent } from '#shared/documents/from-records/calculations.ts'

const matter = {
  parties: [
    {
      id: 'a',
      letter: 'A',
      name: 'Ann Ash',
      shortName: 'Ann',
      initials: 'A.A.',
      role: 'parent' as const,
      home: 'pine' as const,
    },
    {
      id: 'b',
      letter: 'B',
      name: 'Ben Birch',
      shortName: 'Ben',
      initials: 'B.B.',
      role: 'parent' as const,
      home: 'plum' as const,
    },
  ],
}
const zone = 'America/Phoenix'

describe('calculationContent', () => {
  it('writes a divided break with midpoint, shares and nights', () => {
    const content = calculationContent(
      {
        kind: 'split',
        id: 'x',
        title: 'Winter break',
        start: '2026-12-18T12:30',
        end: '2027-01-04T08:00',
        exchangeAt: '2026-12-26T20:00',
        firstPartyId: 'a',
        secondPartyId: 'b',
      },
      matter,
      zone,
    )
    expect(content.table?.rows).toEqual([
      ['Parent A', '8 d 7 h 30 min', '8'],
      ['Parent B', '8 d 12 h', '9'],
    ])
    expect(content.lines).toEqual([
      'Friday 18 December 2026, 12:30 p.m. to Monday 4 January 2027, 8:00 a.m.: 16 d 19 h 30 min, 17 nights.',
      'Exact midpoint: Saturday 26 December 2026, 10:15 p.m.',
      'Exchange: Saturday 26 December 2026, 8:00 p.m.',
      '8 d 7 h 30 min + 8 d 12 h = 16 d 19 h 30 min; the two parts differ by 4 h 30 min.',
      '17 nights cannot be halved.',
    ])
  })

  it('adds up lateness exchange by exchange', () => {
    const rows = [
      { on: '2026-09-04', minutes: 35 },
      { on: '2026-09-18', minutes: 0 },
    ]
    const content = calculationContent({ kind: 'lateness', id: 'x', title: 'Late', rows }, matter, zone)
    expect(content.table?.rows).toEqual([
      ['Friday 4 September 2026', '35'],
      ['Friday 18 September 2026', '0'],
    ])
    expect(content.lines).toEqual(['35 + 0 = 35 minutes (35 min)', 'Late at 1 of 2 exchanges.'])
  })

  it.each([
    [215, 'Owed: 215 minutes (3 h 35 min). It is exactly the time owed.'],
    [275, 'Owed: 275 minutes (4 h 35 min). Still owed: 60 minutes (1 h).'],
    [155, 'Owed: 155 minutes (2 h 35 min). More than owed by 60 minutes (1 h).'],
  ])('compares make-up time with %i minutes owed', (owedMinutes, line) => {
    const times = { from: '2026-10-21T15:25', to: '2026-10-21T19:00' }
    const content = calculationContent(
      { kind: 'make-up', id: 'x', title: 'Make-up', owedMinutes, ...times },
      matter,
      zone,
    )
    expect(content.lines).toEqual([
      'Wednesday 21 October 2026, 3:25 p.m. to 7:00 p.m.: 215 minutes (3 h 35 min).',
      line,
    ])
  })
})
