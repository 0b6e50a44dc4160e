import { describe, expect, it } from 'vitest'
import { distance } from '#renderer/features/disputes/queries.ts'

const zone = 'America/Vancouver'

describe('how far off the end of a time to answer is', () => {
  it('counts midnight to the day before it', () => {
    expect(distance('2026-10-17T00:00', '2026-10-16T19:00:00Z', zone)).toBe('today')
    expect(distance('2026-10-17T00:00', '2026-10-15T19:00:00Z', zone)).toBe('tomorrow')
  })

  it('counts days on the clock of the family, not of the computer', () => {
    // In Vancouver it is still the evening of the 15th.
    expect(distance('2026-10-17T12:00', '2026-10-16T05:00:00Z', zone)).toBe('in 2 days')
  })

  it('is over at its very minute', () => {
    expect(distance('2026-10-16T12:00', '2026-10-16T19:00:00Z', zone)).toBe('the time is over')
  })
})
