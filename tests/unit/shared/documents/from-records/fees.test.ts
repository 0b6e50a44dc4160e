import { describe, expect, it } from 'vitest'
import type { DecisionContent, IssuedSnapshot } from '#shared/domain/decision/decision.ts'
import { feesText } from '#shared/documents/from-records/fees.ts'

type Fees = Pick<DecisionContent, 'feesText' | 'reallocation'>

const split = {
  feeSplit: [
    { partyId: 'a', percent: 60 },
    { partyId: 'b', percent: 40 },
  ],
} satisfies Pick<IssuedSnapshot, 'feeSplit'>
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
      role: 'other' as const,
      home: 'plum' as const,
    },
  ],
}
const none: Fees = { feesText: '', reallocation: null }

describe('feesText', () => {
  it('prints the agreed split when the draft says nothing else', () => {
    expect(feesText(none, split, matter)).toBe(
      'Fees for this issue are shared as agreed: Parent A 60%, Party B 40%.',
    )
  })

  it('prints the words of the draft instead', () => {
    expect(feesText({ ...none, feesText: 'No fees.' }, split, matter)).toBe('No fees.')
  })

  it('prints a reallocation with its reason and the warning before it', () => {
    const reallocation = {
      partyId: 'b',
      percent: 100,
      reason: 'Three missed sessions.',
      warnedOn: '2026-09-01',
    }
    expect(feesText({ ...none, reallocation }, { feeSplit: [] }, matter)).toBe(
      'For this issue Party B bears 100% of the fees. Three missed sessions. A written warning was given on Tuesday 1 September 2026.',
    )
  })
})
