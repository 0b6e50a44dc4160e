import { describe, expect, it } from 'vitest'
import { markMatches } from '#renderer/features/plan/sheet/mark-matches.ts'

describe('markMatches', () => {
  it('marks each word that was searched, whatever its capitals', () => {
    expect(markMatches('Friday to friday', 'FRI').filter(({ isMatch }) => isMatch)).toHaveLength(2)
  })

  it.each(['(', '[a-', '\\', '7.2 (b)', '*'])(
    'takes %s for letters, not for a pattern, and loses none',
    (typed) => {
      const text = 'See 7.2 (b) [a-z] \\ * end'
      expect(
        markMatches(text, typed)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    },
  )

  it('leaves a text alone where nothing was searched', () => {
    expect(markMatches('Text', '  ')).toEqual([{ text: 'Text', isMatch: false }])
  })
})
