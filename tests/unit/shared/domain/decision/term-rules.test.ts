import { describe, expect, it } from 'vitest'
import { findTermProblems } from '#shared/domain/decision/term-rules.ts'
import type { OperativeTerm } from '#shared/domain/decision/decision.ts'
import type { DecisionType } from '#shared/domain/authority/instrument.ts'
import { aTerm } from '#tests/support/builders/domain.ts'

function codes(over: Partial<OperativeTerm>, power: DecisionType = 'decide-binding'): readonly string[] {
  return findTermProblems([aTerm(over)], power).map(({ code }) => code)
}

const standing = { kind: 'standing', reviewOn: null } as const

describe('findTermProblems', () => {
  it.each(['parenting-time', 'exchange-time'] as const)('refuses a standing change of %s', (effect) => {
    expect(codes({ effect, duration: standing })).toEqual(['lasting-change'])
    expect(codes({ effect, duration: { kind: 'standing', reviewOn: '2027-01-15' } })).toEqual([
      'lasting-change',
    ])
  })

  it.each(['make-up', 'procedure', 'communication', 'activity', 'other'] as const)(
    'allows a standing rule on %s',
    (effect) => {
      expect(codes({ effect, duration: standing })).toEqual([])
    },
  )

  it.each(['permanently', 'for good', 'from now on', 'forever', 'indefinitely'])(
    'refuses “%s” in any term',
    (words) => {
      expect(
        codes({
          text: `The exchange is at 7:00 p.m. ${words}.`,
          duration: { kind: 'once', on: '2026-10-21' },
        }),
      ).toEqual(['permanent-words'])
    },
  )

  it('refuses a standing term that moves the yearly share', () => {
    expect(codes({ duration: standing, overnights: { before: 104, after: 52 } })).toEqual(['share-changes'])
    expect(codes({ duration: standing, overnights: { before: 104, after: 104 } })).toEqual([])
  })

  it('allows a change of the exchange that ends', () => {
    const duration = { kind: 'until', start: '2026-10-16', end: '2026-12-18' } as const
    expect(codes({ effect: 'exchange-time', duration })).toEqual([])
  })

  it('refuses a temporary change that lasts longer than a year', () => {
    const year = { kind: 'until', start: '2026-10-16', end: '2027-10-17' } as const
    expect(codes({ effect: 'parenting-time', duration: year })).toEqual([])
    expect(codes({ effect: 'parenting-time', duration: { ...year, end: '2027-10-18' } })).toEqual([
      'too-long',
    ])
    expect(codes({ effect: 'procedure', duration: { ...year, end: '2030-01-01' } })).toEqual([])
  })

  it('refuses an end before the start, and takes one day', () => {
    expect(codes({ duration: { kind: 'until', start: '2026-10-16', end: '2026-10-15' } })).toEqual([
      'ends-before-it-starts',
    ])
    expect(codes({ duration: { kind: 'until', start: '2026-10-16', end: '2026-10-16' } })).toEqual([])
  })

  it('asks for an end or a review day where only temporary decisions are allowed', () => {
    expect(codes({ duration: standing }, 'decide-temporary')).toEqual(['needs-an-end'])
    expect(codes({ duration: { kind: 'standing', reviewOn: '2027-01-15' } }, 'decide-temporary')).toEqual([])
    expect(codes({ duration: { kind: 'once', on: '2026-10-21' } }, 'decide-temporary')).toEqual([])
  })

  it('names the term', () => {
    expect(findTermProblems([aTerm({ id: 'x', effect: 'exchange-time' })], 'decide-binding')).toEqual([
      { code: 'lasting-change', termId: 'x' },
    ])
  })
})
