import { describe, expect, it } from 'vitest'
import { readPercent, readWhole } from '#renderer/features/authority/parts/number-problem.ts'

describe('readWhole', () => {
  it.each([
    ['72', 72],
    [' 72 ', 72],
    ['', undefined],
    ['0', undefined],
    ['72.5', undefined],
    ['-3', undefined],
    ['2001', undefined],
    ['1e3', undefined],
    ['٧٢', undefined],
  ])('reads %j between 1 and 2000 as %j', (typed, value) => {
    expect(readWhole(typed, 1, 2000)).toBe(value)
  })
})

describe('readPercent', () => {
  it.each([
    ['50', 50],
    ['33.33', 33.33],
    ['33,33', 33.33],
    ['100', 100],
    ['101', undefined],
    ['half', undefined],
    ['', undefined],
  ])('reads %j as %j', (typed, value) => {
    expect(readPercent(typed)).toBe(value)
  })
})
