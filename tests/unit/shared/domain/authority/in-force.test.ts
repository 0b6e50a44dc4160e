import { describe, expect, it } from 'vitest'
import { checkInForce, missingParts } from '#shared/domain/authority/in-force.ts'
import { lawfulTermEnd } from '#shared/domain/authority/profile.ts'
import { err, ok } from '#shared/domain/result.ts'
import { profileOf } from '#shared/commands/profiles.ts'
import { anInstrument, bothParents } from '#tests/support/builders/domain.ts'

describe('checkInForce', () => {
  const instrument = anInstrument({ term: { start: '2026-01-12', end: '2028-01-12' } })

  it('is in force from the first to the last day, both included', () => {
    expect(checkInForce(instrument, bothParents, '2026-01-12')).toEqual(ok())
    expect(checkInForce(instrument, bothParents, '2028-01-12')).toEqual(ok())
  })

  it('is over on the day after the last', () => {
    expect(checkInForce(instrument, bothParents, '2028-01-13')).toEqual(
      err({ code: 'after-term', end: '2028-01-12' }),
    )
  })

  it('has not begun on the day before the first', () => {
    expect(checkInForce(instrument, bothParents, '2026-01-11')).toMatchObject({ ok: false })
    const later = anInstrument({ term: { start: '2026-02-01', end: '2027-02-01' } })
    expect(checkInForce(later, bothParents, '2026-01-31')).toEqual(
      err({ code: 'before-term', start: '2026-02-01' }),
    )
  })

  it('needs the signature of every party', () => {
    const half = anInstrument({ signatures: [{ partyId: 'party-A', on: '2026-01-12' }] })
    expect(checkInForce(half, bothParents, '2026-02-01')).toEqual(
      err({ code: 'not-signed', parties: ['Parent B'] }),
    )
  })

  it('counts a signature from the day it was given', () => {
    const late = anInstrument({
      signatures: [
        { partyId: 'party-A', on: '2026-01-12' },
        { partyId: 'party-B', on: '2026-03-01' },
      ],
    })
    expect(checkInForce(late, bothParents, '2026-02-28').ok).toBe(false)
    expect(checkInForce(late, bothParents, '2026-03-01').ok).toBe(true)
  })

  it('needs the order to have been entered by that day', () => {
    const order = anInstrument({ kind: 'order', signatures: [], enteredOn: null })
    expect(checkInForce(order, bothParents, '2026-02-01')).toEqual(err({ code: 'not-entered' }))
    const entered = { ...order, enteredOn: '2026-02-01' }
    expect(checkInForce(entered, bothParents, '2026-01-31')).toEqual(err({ code: 'not-entered' }))
    expect(checkInForce(entered, bothParents, '2026-02-01')).toEqual(ok())
  })

  it('needs an end', () => {
    const endless = anInstrument({ term: { start: '2026-01-12', end: null } })
    expect(checkInForce(endless, bothParents, '2026-02-01')).toEqual(err({ code: 'term-unset' }))
  })
})

describe('missingParts', () => {
  it('finds nothing missing in a complete agreement', () => {
    expect(missingParts(anInstrument(), bothParents, '2026-02-01')).toEqual([])
  })

  it.each([
    ['signatures', { signatures: [] }],
    ['entry', { kind: 'order' as const }],
    ['term', { term: { start: '2026-01-12', end: null } }],
    ['scope', { issues: [] }],
    ['fee-split', { feeSplit: [{ partyId: 'party-A', percent: 60 }] }],
  ])('misses %s', (part, over) => {
    expect(missingParts(anInstrument(over), bothParents, '2026-02-01')).toEqual([part])
  })
})

describe('lawfulTermEnd', () => {
  it('is the second anniversary in British Columbia, where the primary text was read', () => {
    expect(lawfulTermEnd(profileOf('ca-bc'), '2026-01-12')).toBe('2028-01-12')
    expect(lawfulTermEnd(profileOf('ca-bc'), '2028-02-29')).toBe('2030-02-28')
  })

  it('is not assumed where only a secondary source was read', () => {
    expect(lawfulTermEnd(profileOf('us-az'), '2026-02-06')).toBeNull()
  })
})
