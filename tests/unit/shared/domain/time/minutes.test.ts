import { describe, expect, it } from 'vitest'
import { formatMinutes } from '#shared/domain/time/minutes.ts'

describe('formatMinutes', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [120, '2 h'],
    [215, '3 h 35 min'],
    [1440, '1 d'],
    [1445, '1 d 5 min'],
    [-90, '−1 h 30 min'],
  ])('writes %i as %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text)
  })
})
