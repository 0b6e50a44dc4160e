import { formatNumber } from './number-format.ts'

/** Works out the numbers of numbering fields, which files from older programs use instead of lists. */
export interface FieldNumberer {
  /** The number that a field prints at this place; `outline` is the heading level of its paragraph, or null. */
  next(code: string, outline: number | null): string
}

const autoOutline = [
  'upperRoman',
  'upperLetter',
  'decimal',
  'lowerLetter',
  'decimal',
  'lowerLetter',
  'lowerRoman',
  'lowerLetter',
  'lowerRoman',
]
const outlineShapes = ['%.', '%.', '%.', '%)', '(%)', '(%)', '(%)', '(%)', '(%)']
const numberShapes = ['%)', '%)', '%)', '(%)', '(%)', '(%)', '%.', '%.', '%.']
const numberFormats = ['decimal', 'lowerLetter', 'lowerRoman']

/** Makes a numberer for one document; every kind of field and every named list counts for itself. */
export function createFieldNumberer(): FieldNumberer {
  const counts = new Map<string, number[]>()
  const step = (list: string, level: number, start: number | null): readonly number[] => {
    const known = counts.get(list) ?? []
    const own = start ?? (known[level] ?? 0) + 1
    const next = [...Array.from({ length: level }, (_, index) => known[index] ?? 1), own]
    counts.set(list, next)
    return next
  }
  return {
    next(code, outline) {
      const kind = /^[A-Z]+/i.exec(code)?.[0]?.toUpperCase()
      if (kind === 'AUTONUM') return `${step('AUTONUM', 0, null).at(-1) ?? 1}.`
      if (kind === 'AUTONUMLGL') return legal(step('AUTONUMLGL', outline ?? 0, null), code)
      if (kind === 'AUTONUMOUT')
        return shaped(step('AUTONUMOUT', outline ?? 0, null), autoOutline, outlineShapes)
      const name = /^LISTNUM\s+"?([A-Za-z]\w*)"?/i.exec(code)?.[1] ?? 'NumberDefault'
      const level = Math.min(8, Math.max(0, Number(/\\l\s*"?(\d)/i.exec(code)?.[1] ?? 1) - 1))
      const start = /\\s\s*"?(\d{1,4})/i.exec(code)?.[1]
      const numbers = step(`LISTNUM ${name}`, level, start === undefined ? null : Number(start))
      if (/^legal/i.test(name)) return legal(numbers, code)
      if (/^outline/i.test(name)) return shaped(numbers, autoOutline, outlineShapes)
      return shaped(numbers, numberFormats, numberShapes)
    },
  }
}

/** `1.2.`, or without the last point when the field asks for none with `\e`. */
function legal(numbers: readonly number[], code: string): string {
  return numbers.join('.') + (/\\e\b/i.test(code) ? '' : '.')
}

function shaped(numbers: readonly number[], formats: readonly string[], shapes: readonly string[]): string {
  const level = numbers.length - 1
  const format = formats[level % formats.length] ?? 'decimal'
  return (shapes[level] ?? '%.').replace('%', formatNumber(numbers[level] ?? 1, format))
}
