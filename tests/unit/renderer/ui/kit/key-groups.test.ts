import { describe, expect, it } from 'vitest'
import { drawTwo, isSameGroup, keyGroups } from '#renderer/ui/kit/key-groups.ts'

describe('keyGroups', () => {
  it('splits at dashes and spaces', () => {
    expect(keyGroups('M0KZ-NMQV 4PZG')).toEqual(['M0KZ', 'NMQV', '4PZG'])
  })
})

describe('isSameGroup', () => {
  it.each(['m0kz', ' M0KZ ', 'MOKZ', 'm-0-kz'])('takes %s for M0KZ', (typed) => {
    expect(isSameGroup(typed, 'M0KZ')).toBe(true)
  })

  it.each(['', 'M0K', 'M0KX', 'ZK0M'])('does not take %s for M0KZ', (typed) => {
    expect(isSameGroup(typed, 'M0KZ')).toBe(false)
  })
})

describe('drawTwo', () => {
  it('draws two different places in order, whatever the draw', () => {
    for (let first = 0; first < 14; first++) {
      for (let second = 0; second < 13; second++) {
        const draws = [first, second]
        const [a, b] = drawTwo(14, () => draws.shift() ?? 0)
        expect(a).toBeLessThan(b)
        expect(b).toBeLessThan(14)
      }
    }
  })
})
