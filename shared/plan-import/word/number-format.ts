/** The families of numbers that decide how a label is cited; whatever is none of these prints as `decimal`. */
export type NumberKind =
  'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman' | 'word' | 'bullet' | 'none'

/** The family of a Word number format. */
export function numberKind(format: string): NumberKind {
  switch (format) {
    case 'lowerLetter':
      return 'lower-letter'
    case 'upperLetter':
      return 'upper-letter'
    case 'lowerRoman':
      return 'lower-roman'
    case 'upperRoman':
      return 'upper-roman'
    case 'cardinalText':
    case 'ordinalText':
      return 'word'
    case 'bullet':
    case 'none':
      return format
    default:
      return 'decimal'
  }
}

/** Prints a count in a Word number format; formats of other scripts fall back to plain digits. */
export function formatNumber(value: number, format: string): string {
  if (value < 0) return String(value)
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`
    case 'cardinalText':
      return inWords(value, cardinals)
    case 'ordinalText':
      return inWords(value, ordinals)
    case 'numberInDash':
      return `- ${value} -`
    case 'hex':
      return value.toString(16).toUpperCase()
    case 'chicago':
      return ('*†‡§'[(value - 1) % 4] ?? '*').repeat(Math.floor((value - 1) / 4) + 1)
    default:
      return padded(value, format)
  }
}

/** A custom format such as `001, 002, 003, ...` pads with zeros to the width of its first example. */
function padded(value: number, format: string): string {
  const example = /^(0\d*)/.exec(format)?.[1]
  return example === undefined ? String(value) : String(value).padStart(example.length, '0')
}

/** a … z, aa, bb … zz, aaa: Word repeats the letter rather than counting on like a spreadsheet. */
function letters(value: number): string {
  if (value < 1) return ''
  const letter = String.fromCharCode(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(30, Math.floor((value - 1) / 26) + 1))
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** The Roman numeral of 1 to 3999; other values in plain digits. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let printed = ''
  for (const [worth, digit] of romanDigits) {
    while (rest >= worth) {
      printed += digit
      rest -= worth
    }
  }
  return printed
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

const cardinals =
  'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(
    ' ',
  )
const ordinals =
  'Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Thirtieth Fortieth Fiftieth Sixtieth Seventieth Eightieth Ninetieth'.split(
    ' ',
  )

function inWords(value: number, names: readonly string[]): string {
  if (value <= 20) return names[value] ?? String(value)
  if (value > 99) return String(value)
  const tens = 18 + Math.floor(value / 10)
  if (value % 10 === 0) return names[tens] ?? String(value)
  return `${cardinals[tens] ?? ''}-${names[value % 10]?.toLowerCase() ?? ''}`
}

/** The count that a number word such as `Four` or `Twenty-first` stands for; null for other words. */
export function countInWords(text: string): number | null {
  const wanted = text.toLowerCase()
  for (let value = 1; value <= 99; value += 1) {
    if (
      inWords(value, cardinals).toLowerCase() === wanted ||
      inWords(value, ordinals).toLowerCase() === wanted
    ) {
      return value
    }
  }
  return null
}
