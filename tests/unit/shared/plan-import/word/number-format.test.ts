import { describe, expect, it } from 'vitest'
import { countInWords, formatNumber } from '#shared/plan-import/word/number-format.ts'

describe('formatNumber', () => {
  it.each([
    [4, 'decimal', '4'],
    [4, 'decimalZero', '04'],
    [12, 'decimalZero', '12'],
    [26, 'lowerLetter', 'z'],
    [27, 'lowerLetter', 'aa'],
    [28, 'upperLetter', 'BB'],
    [14, 'lowerRoman', 'xiv'],
    [49, 'upperRoman', 'XLIX'],
    [0, 'upperRoman', '0'],
    [1, 'ordinal', '1st'],
    [12, 'ordinal', '12th'],
    [23, 'ordinal', '23rd'],
    [21, 'cardinalText', 'Twenty-one'],
    [30, 'cardinalText', 'Thirty'],
    [22, 'ordinalText', 'Twenty-second'],
    [7, '001, 002, 003, ...', '007'],
    [7, 'bullet', ''],
    [7, 'none', ''],
    [7, 'hebrew1', '7'],
    [-1, 'lowerLetter', '-1'],
  ])('prints %i as %s: %s', (value, format, printed) => {
    expect(formatNumber(value, format)).toBe(printed)
  })
})

describe('countInWords', () => {
  it('reads back every number word that is printed', () => {
    for (let value = 1; value <= 99; value += 1) {
      expect(countInWords(formatNumber(value, 'cardinalText'))).toBe(value)
      expect(countInWords(formatNumber(value, 'ordinalText').toUpperCase())).toBe(value)
    }
  })

  it('leaves other words alone', () => {
    expect(countInWords('Exchanges')).toBeNull()
  })
})
