import { describe, expect, it } from 'vitest'
import { answerWindowEnd, endOfDay, everyoneHeard, hearings } from '#shared/domain/dispute/heard.ts'
import { instantOf } from '#shared/domain/time/plain-date.ts'
import type { DisputeHead } from '#shared/domain/dispute/dispute.ts'
import { aDispute, bothParents, zone } from '#tests/support/builders/domain.ts'

function statesAt(dispute: DisputeHead, wallClock: string): readonly string[] {
  return hearings(dispute, bothParents, instantOf(zone, wallClock), zone).map(({ state }) => state)
}

const answer = (partyId: string, over: object = {}) => ({
  partyId,
  receivedOn: '2026-10-15',
  complete: false,
  ...over,
})

describe('hearings', () => {
  it('keeps the window open until its minute, and closes it then', () => {
    const dispute = aDispute({ answers: [] })
    expect(statesAt(dispute, '2026-10-16T23:59')).toEqual(['window-open', 'window-open'])
    expect(statesAt(dispute, '2026-10-17T00:00')).toEqual(['silent', 'silent'])
  })

  it('counts the minute on the wall of the case, not in Greenwich', () => {
    const dispute = aDispute({ answers: [] })
    const [first] = hearings(dispute, bothParents, '2026-10-17T00:00:00Z', zone)
    expect(first).toMatchObject({ state: 'window-open', answerBy: '2026-10-17T00:00' })
  })

  it('waits after an answer that may be added to', () => {
    const dispute = aDispute({ answers: [answer('party-A'), answer('party-B')] })
    expect(statesAt(dispute, '2026-10-16T12:00')).toEqual(['window-open', 'window-open'])
    expect(statesAt(dispute, '2026-10-17T00:00')).toEqual(['heard', 'heard'])
  })

  it('goes on early when a parent has nothing to add', () => {
    const dispute = aDispute({ answers: [answer('party-A', { complete: true })] })
    expect(statesAt(dispute, '2026-10-16T12:00')).toEqual(['heard', 'window-open'])
  })

  it('has heard nobody who had no notice, even with an answer on file', () => {
    const dispute = aDispute({ notices: [], answers: [answer('party-A', { complete: true })] })
    expect(statesAt(dispute, '2026-10-20T12:00')).toEqual(['no-notice', 'no-notice'])
  })

  it('does not count a notice that is still to be sent', () => {
    const notices = [{ partyId: 'party-A', sentAt: '2026-10-20T09:00', answerBy: '2026-10-22T09:00' }]
    expect(statesAt(aDispute({ notices, answers: [] }), '2026-10-19T10:00')[0]).toBe('no-notice')
  })

  it('does not count an answer that is dated later', () => {
    const dispute = aDispute({ answers: [answer('party-A', { receivedOn: '2026-10-20', complete: true })] })
    expect(statesAt(dispute, '2026-10-16T12:00')[0]).toBe('window-open')
  })

  it('says that everyone was heard only when everyone was, or stayed silent', () => {
    const silent = hearings(aDispute({ answers: [] }), bothParents, instantOf(zone, '2026-10-17T00:00'), zone)
    expect(everyoneHeard(silent)).toBe(true)
    const open = hearings(aDispute({ answers: [] }), bothParents, instantOf(zone, '2026-10-16T12:00'), zone)
    expect(everyoneHeard(open)).toBe(false)
  })
})

describe('answerWindowEnd', () => {
  it('counts hours that pass, over both clock changes', () => {
    expect(answerWindowEnd('2026-10-31T12:00', 48, 'America/New_York')).toBe('2026-11-02T11:00')
    expect(answerWindowEnd('2026-03-07T12:00', 48, 'America/New_York')).toBe('2026-03-09T13:00')
    expect(answerWindowEnd('2026-03-07T12:00', 48, 'America/Phoenix')).toBe('2026-03-09T12:00')
  })

  it('is unknown where the instrument says nothing', () => {
    expect(answerWindowEnd('2026-10-31T12:00', null, zone)).toBeNull()
  })
})

describe('endOfDay', () => {
  it('is midnight at the start of the next day', () => {
    expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00')
  })
})
