import { describe, expect, it } from 'vitest'
import { isKeyDue } from '#renderer/ui/is-key-due.ts'

const now = Date.parse('2027-03-02T09:00:00.000Z')

describe('isKeyDue', () => {
  it.each([
    ['a key of last week', '2027-02-23T09:00:00.000Z', false],
    ['a key of a year ago to the day', '2026-03-02T09:00:00.000Z', false],
    ['a key of a year and a day ago', '2026-03-01T09:00:00.000Z', true],
    ['a key of unknown age', null, false],
    ['keys that were not asked yet', undefined, false],
  ])('of %s', (_what, since, isDue) => {
    expect(isKeyDue(since, now)).toBe(isDue)
  })
})
