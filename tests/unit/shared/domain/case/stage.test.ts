import { describe, expect, it } from 'vitest'
import { caseStage, stageBlocks, standingBlocks, type CaseFacts } from '#shared/domain/case/stage.ts'
import { aCase, aParty, anInstrument, bothParents } from '#tests/support/builders/domain.ts'

function facts(over: Partial<CaseFacts> = {}): CaseFacts {
  return {
    head: aCase({ activatedOn: null }),
    instruments: [anInstrument()],
    clauseCount: 3,
    today: '2026-02-01',
    ...over,
  }
}

const suitable = (partyId: string) => ({
  partyId,
  on: '2026-01-06',
  outcome: 'suitable' as const,
  modifications: '',
})
const unsuitable = (partyId: string) => ({ ...suitable(partyId), outcome: 'not-suitable' as const })

describe('caseStage', () => {
  it('waits for the conflict check first, whatever else is there', () => {
    const head = aCase({ activatedOn: null, conflictCheck: null })
    expect(caseStage(facts({ head }))).toBe('conflict-check')
  })

  it('is declined after a conflict', () => {
    const conflictCheck = { on: '2026-01-05', outcome: 'decline' as const, note: '' }
    expect(caseStage(facts({ head: aCase({ activatedOn: null, conflictCheck }) }))).toBe('declined')
  })

  it('waits until each party was screened, a third one too', () => {
    const parties = [...bothParents, aParty({ letter: 'C', role: 'other' })]
    const head = aCase({ activatedOn: null, parties })
    expect(caseStage(facts({ head }))).toBe('screening')
    expect(stageBlocks(facts({ head }))[0]).toEqual({ code: 'screening-missing', parties: ['Parent C'] })
  })

  it('stays closed when one parent is not suitable', () => {
    const screenings = [suitable('party-A'), unsuitable('party-B')]
    expect(caseStage(facts({ head: aCase({ activatedOn: null, screenings }) }))).toBe('not-suitable')
  })

  it('goes by the latest screening of a parent', () => {
    const screenings = [unsuitable('party-A'), suitable('party-B'), suitable('party-A')]
    expect(caseStage(facts({ head: aCase({ activatedOn: null, screenings }) }))).toBe('orientation')
  })

  it('stays at the agreement when one parent has signed', () => {
    const half = anInstrument({ signatures: [{ partyId: 'party-A', on: '2026-01-12' }] })
    expect(caseStage(facts({ instruments: [half] }))).toBe('agreement')
    expect(stageBlocks(facts({ instruments: [half] }))).toEqual([
      { code: 'instrument-incomplete', missing: ['signatures'] },
    ])
  })

  it('names what the instrument that is nearest to complete still lacks', () => {
    const blank = anInstrument({ signatures: [], issues: [], feeSplit: [] })
    const near = anInstrument({ issues: [] })
    expect(stageBlocks(facts({ instruments: [blank, near] }))).toEqual([
      { code: 'instrument-incomplete', missing: ['scope'] },
    ])
  })

  it('waits for the plan, then for the coordinator', () => {
    expect(caseStage(facts({ clauseCount: 0 }))).toBe('orientation')
    expect(stageBlocks(facts({ clauseCount: 0 }))).toEqual([{ code: 'plan-missing' }])
    expect(caseStage(facts())).toBe('orientation')
    expect(caseStage(facts({ head: aCase() }))).toBe('active')
  })

  it('is suspended or ended above all else', () => {
    const suspended = aCase({ status: { state: 'suspended', on: '2026-03-01', reason: 'fees' } })
    expect(caseStage(facts({ head: suspended }))).toBe('suspended')
    const ended = aCase({ status: { state: 'ended', on: '2026-03-01', how: 'expired', reason: '' } })
    expect(caseStage(facts({ head: ended }))).toBe('ended')
  })
})

describe('standingBlocks', () => {
  it('finds nothing in a case that is in order', () => {
    expect(standingBlocks(aCase())).toEqual([])
  })

  it('finds a later screening that came out not suitable', () => {
    const screenings = [suitable('party-A'), suitable('party-B'), unsuitable('party-B')]
    expect(standingBlocks(aCase({ screenings }))).toEqual([{ code: 'not-suitable', parties: ['Parent B'] }])
  })

  it('does not mind a screening that is still to come', () => {
    expect(standingBlocks(aCase({ screenings: [] }))).toEqual([])
  })
})
