/** A mark that is being typed at the start of a line: `@` for who said it, `#` for what kind it is. */
export interface Mark {
  readonly sign: '@' | '#'
  /** What was typed after the sign so far. */
  readonly query: string
  /** Where the line begins, which is where the mark stands. */
  readonly start: number
  readonly end: number
}

const pattern = /^([@#])((?:\p{L}[\p{L}\p{M} .'’-]{0,40})?)$/u

/** Finds the mark that ends at the cursor; null when the line up to the cursor is anything else. */
export function findMark(text: string, caret: number): Mark | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const match = pattern.exec(text.slice(start, caret))
  if (!match) return null
  return { sign: match[1] === '#' ? '#' : '@', query: match[2] ?? '', start, end: caret }
}

export interface SplitText {
  /** What stands before the line of the mark. */
  readonly before: string
  /** What stands after the mark. */
  readonly after: string
}

/** Takes the mark out: a mark on a later line ends the entry above it and begins the next. */
export function takeMarkOut(text: string, { start, end }: Mark): SplitText {
  return { before: text.slice(0, start).trimEnd(), after: text.slice(end).replace(/^[ \t]+/, '') }
}

/** Whether every word typed begins some word of a name. */
export function matchesQuery(name: string, query: string): boolean {
  const words = name.toLowerCase().split(/[\s.-]+/)
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)))
}
