import { describe, expect, it } from 'vitest'
import { draftOf, readCalculation } from '#renderer/features/decisions/arithmetic/calculation-draft.ts'
import type { SplitDraft } from '#renderer/features/decisions/arithmetic/calculation-draft.ts'

const at = (day: string, time: string) => ({ day, time })
const split: SplitDraft = {
  kind: 'split',
  title: 'The break',
  start: at('2026-12-18', '12:30'),
  end: at('2027-01-04', '08:00'),
  exchangeAt: at('2026-12-26', '20:00'),
  first: 'a',
  second: 'b',
}

describe('a calculation while it is typed', () => {
  it('takes the complete rows of a tally and leaves out the one being typed', () => {
    const rows = [
      { on: '2026-09-04', minutes: 35 },
      { on: null, minutes: 50 },
    ]
    const read = readCalculation({ kind: 'lateness', title: 'Late', rows })
    expect(read).toEqual({ kind: 'lateness', title: 'Late', rows: [{ on: '2026-09-04', minutes: 35 }] })
  })

  it('is incomplete without a heading or a figure', () => {
    expect(readCalculation({ kind: 'lateness', title: ' ', rows: [{ on: '2026-09-04', minutes: 1 }] })).toBe(
      'incomplete',
    )
    expect(readCalculation({ ...split, exchangeAt: { day: '2026-12-26', time: null } })).toBe('incomplete')
  })

  it('says when the end comes before the start, and when the exchange lies outside', () => {
    expect(readCalculation({ ...split, end: at('2026-12-18', '12:30') })).toBe('wrong-order')
    expect(readCalculation({ ...split, exchangeAt: at('2027-01-04', '08:00') })).toBe('exchange-outside')
    expect(
      readCalculation({
        kind: 'make-up',
        title: 'Made up',
        owedMinutes: 215,
        from: at('2026-10-21', '19:00'),
        to: at('2026-10-21', '15:25'),
      }),
    ).toBe('wrong-order')
  })

  it('comes back from the vault as it was typed', () => {
    const read = readCalculation(split)
    expect(typeof read).not.toBe('string')
    expect(
      draftOf({
        kind: 'split',
        id: 'c',
        title: 'The break',
        start: '2026-12-18T12:30',
        end: '2027-01-04T08:00',
        exchangeAt: '2026-12-26T20:00',
        firstPartyId: 'a',
        secondPartyId: 'b',
      }),
    ).toEqual(split)
  })
})
