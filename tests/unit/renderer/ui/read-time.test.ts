import { describe, expect, it } from 'vitest'
import { readTime } from '#renderer/ui/read-time.ts'

describe('readTime', () => {
  it.each([
    ['14:05', '14:05'],
    ['1405', '14:05'],
    ['2:05 pm', '14:05'],
    ['2.05 p.m.', '14:05'],
    ['9am', '09:00'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['0:00', '00:00'],
    ['7', '07:00'],
  ])('reads %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['24:00', '12:60', '13 pm', '0 am', 'noon', '', '14:5', '123456'])('refuses %s', (typed) => {
    expect(readTime(typed)).toBeUndefined()
  })
})
