import { describe, expect, it } from 'vitest'
import { checkFees } from '#shared/domain/decision/fee-rules.ts'
import type { InstrumentHead } from '#shared/domain/authority/instrument.ts'
import { aCase, aContent, anInstrument } from '#tests/support/builders/domain.ts'

const toB = { partyId: 'party-B', percent: 100, reason: 'Lateness caused the work.', warnedOn: null }
const warned = (on: string, partyId = 'party-B') =>
  aCase({ warnings: [{ id: 'w', partyId, on, about: 'fees' }] })

function codes(
  reallocation: InstrumentHead['reallocation'],
  matter = aCase(),
  shift: typeof toB | null = toB,
) {
  const content = aContent({ reallocation: shift })
  return checkFees(content, anInstrument({ reallocation }), matter, '2026-10-19').map(({ code }) => code)
}

describe('checkFees', () => {
  it('has nothing to say when nothing is shifted', () => {
    expect(codes('not-allowed', aCase(), null)).toEqual([])
  })

  it('refuses where the instrument does not allow it', () => {
    expect(codes('not-allowed', warned('2026-09-01'))).toEqual(['reallocation-not-allowed'])
  })

  it('asks for an earlier warning of this very parent', () => {
    expect(codes('after-written-warning')).toEqual(['no-earlier-warning'])
    expect(codes('after-written-warning', warned('2026-10-19'))).toEqual(['no-earlier-warning'])
    expect(codes('after-written-warning', warned('2026-10-01', 'party-A'))).toEqual(['no-earlier-warning'])
    expect(codes('after-written-warning', warned('2026-10-18'))).toEqual([])
  })

  it.each([
    'Darko Veshti pays all fees.',
    'B bears the whole.',
    'B is solely responsible.',
    'A 20 %, B 80 %.',
    'B: 100%',
    'Darko bears the fees alone.',
    'B pays everything.',
    'A alone pays.',
    'The fees are charged to B.',
  ])('is not got round in words: %s', (feesText) => {
    const found = checkFees(aContent({ feesText }), anInstrument(), aCase(), '2026-10-19')
    expect(found.map(({ code }) => code)).toEqual(['fees-shifted-in-words'])
  })

  it.each([
    '',
    'As agreed, 50 % each.',
    'Fees are shared equally.',
    'Each parent bears half.',
    'The fees are charged to both parents equally.',
    'Each parent pays half of all fees.',
    'All fees of this issue are shared equally.',
  ])('has nothing against the agreed split: “%s”', (feesText) => {
    expect(checkFees(aContent({ feesText }), anInstrument(), aCase(), '2026-10-19')).toEqual([])
  })

  it('asks for a reason', () => {
    expect(codes('allowed', aCase(), { ...toB, reason: ' ' })).toEqual(['reallocation-unreasoned'])
    expect(codes('allowed')).toEqual([])
  })
})
