import { describe, expect, it } from 'vitest'
import {
  checkMakeUp,
  minutesBetween,
  nightsBetween,
  splitBreak,
  tallyLateness,
} from '#shared/domain/parenting-time/arithmetic.ts'
import { formatMinutes } from '#shared/domain/time/minutes.ts'

describe('tallyLateness', () => {
  it('adds up six exchanges, one of them on time, and shows the sum', () => {
    const minutes = [35, 50, 0, 65, 40, 25]
    const tally = tallyLateness(minutes.map((each) => ({ on: '2026-09-04', minutes: each })))
    expect(tally).toEqual({
      exchanges: 6,
      late: 5,
      totalMinutes: 215,
      formula: '35 + 50 + 0 + 65 + 40 + 25 = 215 minutes (3 h 35 min)',
    })
  })

  it('shows nothing as nothing', () => {
    expect(tallyLateness([]).formula).toBe('0 = 0 minutes (0 min)')
  })
})

describe('checkMakeUp', () => {
  it('finds 3:25 to 7:00 p.m. to be exactly 215 minutes', () => {
    expect(checkMakeUp('America/Vancouver', 215, '2026-10-21T15:25', '2026-10-21T19:00')).toEqual({
      minutes: 215,
      owedMinutes: 215,
      difference: 0,
    })
  })

  it('says what is still owed and what is too much', () => {
    expect(checkMakeUp('UTC', 215, '2026-10-21T15:25', '2026-10-21T18:25').difference).toBe(35)
    expect(checkMakeUp('UTC', 215, '2026-10-21T15:25', '2026-10-21T20:00').difference).toBe(-60)
  })
})

describe('splitBreak', () => {
  it('divides the winter break of 16 d 19 h 30 min at eight in the evening', () => {
    const split = splitBreak('America/Phoenix', '2026-12-18T12:30', '2027-01-04T08:00', '2026-12-26T20:00')
    expect(split).toMatchObject({
      midpoint: '2026-12-26T22:15',
      totalNights: 17,
      firstNights: 8,
      secondNights: 9,
    })
    expect(formatMinutes(split.totalMinutes)).toBe('16 d 19 h 30 min')
    expect(formatMinutes(split.firstMinutes)).toBe('8 d 7 h 30 min')
    expect(formatMinutes(split.secondMinutes)).toBe('8 d 12 h')
    expect(formatMinutes(split.secondMinutes - split.firstMinutes)).toBe('4 h 30 min')
  })

  it('counts the hour that the autumn change adds and the spring change takes', () => {
    const autumn = splitBreak('America/New_York', '2026-10-31T12:00', '2026-11-02T12:00', '2026-11-01T12:00')
    expect([autumn.totalMinutes, autumn.firstMinutes, autumn.secondMinutes]).toEqual([2940, 1500, 1440])
    expect(autumn.midpoint).toBe('2026-11-01T11:30')
    const spring = splitBreak('America/New_York', '2026-03-07T12:00', '2026-03-09T12:00', '2026-03-08T12:00')
    expect([spring.totalMinutes, spring.firstMinutes, spring.secondMinutes]).toEqual([2820, 1380, 1440])
  })
})

describe('minutesBetween', () => {
  it('counts time as it passes', () => {
    expect(minutesBetween('America/New_York', '2026-11-01T00:00', '2026-11-02T00:00')).toBe(1500)
    expect(minutesBetween('America/New_York', '2026-03-08T00:00', '2026-03-09T00:00')).toBe(1380)
    expect(minutesBetween('America/Phoenix', '2026-03-08T00:00', '2026-03-09T00:00')).toBe(1440)
  })

  it('counts a period that was written into the skipped hour from the hour after it', () => {
    expect(minutesBetween('America/New_York', '2026-03-08T02:30', '2026-03-08T04:00')).toBe(30)
  })
})

describe('nightsBetween', () => {
  it('counts midnights', () => {
    expect(nightsBetween('2026-12-18T12:30', '2026-12-18T23:59')).toBe(0)
    expect(nightsBetween('2026-12-18T12:30', '2026-12-19T00:00')).toBe(1)
    expect(nightsBetween('2026-12-31T23:00', '2027-01-01T01:00')).toBe(1)
    expect(nightsBetween('2028-02-28T12:00', '2028-03-01T12:00')).toBe(2)
  })
})
