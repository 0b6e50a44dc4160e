import { describe, expect, it } from 'vitest'
import { findMark, matchesQuery, takeMarkOut } from '#renderer/features/sessions/room/marks.ts'

const markIn = (text: string) => findMark(text, text.length)

describe('findMark', () => {
  it('finds a sign at the start of the entry and of a later line', () => {
    expect(markIn('@')).toEqual({ sign: '@', query: '', start: 0, end: 1 })
    expect(markIn('First line\n#prop')).toEqual({ sign: '#', query: 'prop', start: 11, end: 16 })
  })

  it('takes names with spaces, hyphens and accents', () => {
    expect(markIn('@Hye-jin Tre')?.query).toBe('Hye-jin Tre')
    expect(markIn('@Élodie')?.query).toBe('Élodie')
  })

  it.each(['a@b', 'text #1', '@ 6 pm they met', '#1 of three', 'x', ''])('leaves %j alone', (text) => {
    expect(markIn(text)).toBeNull()
  })

  it('looks only at what stands before the cursor', () => {
    expect(findMark('@dar and more', 4)?.query).toBe('dar')
  })
})

describe('takeMarkOut', () => {
  it('gives what stands before and after the mark, without the blank behind it', () => {
    const text = 'First\n@dar said so'
    const mark = findMark(text, 10)
    expect(mark && takeMarkOut(text, mark)).toEqual({ before: 'First', after: 'said so' })
  })
})

describe('matchesQuery', () => {
  it('wants every typed word to begin some word of the name', () => {
    expect(matchesQuery('Hye-jin Tremaine', 'tre hye')).toBe(true)
    expect(matchesQuery('Hye-jin Tremaine', 'jin')).toBe(true)
    expect(matchesQuery('Hye-jin Tremaine', 'maine')).toBe(false)
  })
})
