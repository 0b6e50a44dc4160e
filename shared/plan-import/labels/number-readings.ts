import { roman } from '../word/number-format.ts'
import type { Reading } from './label-types.ts'

const largestRoman = 89

/** Every way to read digits, letters or a Roman numeral as a single number; empty for anything else. */
export function readingsOf(text: string): readonly Reading[] {
  if (/^\d{1,3}$/.test(text)) return [{ kind: 'decimal', value: Number(text) }]
  if (!/^([a-z]{1,8}|[A-Z]{1,8})$/.test(text)) return []
  const isUpper = text === text.toUpperCase()
  const letter = letterValue(text.toLowerCase())
  const numeral = romanValue(text.toUpperCase())
  return [
    ...(letter === null ? [] : [{ kind: isUpper ? 'upper-letter' : 'lower-letter', value: letter } as const]),
    ...(numeral === null ? [] : [{ kind: isUpper ? 'upper-roman' : 'lower-roman', value: numeral } as const]),
  ]
}

/** a is 1, z 26, aa 27, bb 28: the letter repeats. */
function letterValue(text: string): number | null {
  const first = text.charCodeAt(0) - 96
  return text === (text[0] ?? '').repeat(text.length) && text.length <= 2
    ? first + (text.length - 1) * 26
    : null
}

const numeralByText = new Map(
  Array.from({ length: largestRoman }, (_, index) => [roman(index + 1), index + 1]),
)

function romanValue(text: string): number | null {
  return numeralByText.get(text) ?? null
}

/** Turns the digits of other scripts into 0-9 and every kind of hyphen into one, character for character, so that places in the text stay the same. */
export function plainDigits(text: string): string {
  return text
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(/[\u0660-\u0669\u066B\u06F0-\u06F9\uFF0E\uFF10-\uFF19]/g, (digit) => {
      const code = digit.charCodeAt(0)
      if (code === 0x066b || code === 0xff0e) return '.'
      const zero = code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660
      return String(code - zero)
    })
}
